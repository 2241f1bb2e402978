#!/usr/bin/env python3
"""What a program does, counted rather than timed: instructions and branches that a processor would mispredict.

usage: instructions.py [--top N] [--around NAME] PROGRAM [ARGUMENT ...]

Runs the program under Callgrind and prints its functions, the costliest first: their share, instructions and mispredicted
branches in millions, all without those that they call. The share counts instructions at 2.9 a cycle and 18 cycles for a
misprediction, about what this engine takes on a Zen 2; caches are not in it. With --around also who calls the functions
whose names contain NAME, and whom these call, with the instructions of all that is done there.

The same program counts the same on every machine and however busy it is, but for a thousandth, so that a change of one
percent shows, where timings wander by ten. Takes some forty times as long as the program by itself.

Needs valgrind, and for readable names swift.
"""
import argparse
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

INSTRUCTIONS_A_CYCLE = 2.9
CYCLES_A_MISPREDICTION = 18


class Counts:
    def __init__(self):
        self.instructions = 0
        self.mispredicted = 0

    def add(self, numbers):
        self.instructions += numbers[0]
        self.mispredicted += numbers[2] if len(numbers) > 2 else 0

    @property
    def cycles(self):
        return self.instructions / INSTRUCTIONS_A_CYCLE + self.mispredicted * CYCLES_A_MISPREDICTION


class Profile:
    """A file that Callgrind wrote, as "The Callgrind format specification" of Valgrind's manual has it."""

    def __init__(self, path):
        self.own = collections.defaultdict(Counts)
        # For caller and callee the number of calls and what was done in them.
        self.calls = collections.defaultdict(lambda: [0, Counts()])
        self.names = {}
        caller = callee = times = None
        with open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.startswith("fn="):
                    caller = self.name(line[3:])
                elif line.startswith("cfn="):
                    callee = self.name(line[4:])
                elif line.startswith("calls="):
                    times = int(line[6:].split()[0])
                elif line[:1].isdigit() or line[:1] in "+-*":
                    numbers = [int(number) for number in line.split()[1:]]
                    if times is None:
                        self.own[caller].add(numbers)
                    else:
                        call = self.calls[caller, callee]
                        call[0] += times
                        call[1].add(numbers)
                        times = None

    def name(self, text):
        """A name is spelled out once, behind its number."""
        number, name = re.match(r"\((\d+)\)\s*(.*)", text).groups()
        if name:
            self.names[number] = name
        return self.names[number]


def readable(names):
    """The names as they are written in Swift."""
    names = sorted(names)
    if not shutil.which("swift"):
        return dict(zip(names, names))
    run = subprocess.run(
        ["swift", "demangle", "--simplified"], input="\n".join(names), stdout=subprocess.PIPE, text=True, check=True)
    return dict(zip(names, run.stdout.split("\n")))


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("--top", type=int, default=40)
    parser.add_argument("--around", metavar="NAME")
    parser.add_argument("program")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("instructions.py: there is no valgrind here")

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "profile")
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--branch-sim=yes", "--quiet", f"--callgrind-out-file={path}",
             options.program, *options.arguments], stdout=subprocess.DEVNULL)
        if run.returncode != 0:
            sys.exit(f"instructions.py: {options.program} ended with {run.returncode}")
        profile = Profile(path)

    names = readable(profile.names.values())
    total = Counts()
    total.instructions = sum(counts.instructions for counts in profile.own.values())
    total.mispredicted = sum(counts.mispredicted for counts in profile.own.values())
    print(f"all: {total.instructions / 1e6:,.1f} M instructions, {total.mispredicted / 1e6:,.2f} M mispredicted")
    for function, counts in sorted(profile.own.items(), key=lambda item: -item[1].cycles)[:options.top]:
        share = 100 * counts.cycles / total.cycles
        print(f"{share:5.1f}% {counts.instructions / 1e6:9.1f} {counts.mispredicted / 1e6:8.2f}  {names[function]}")
    if options.around:
        for side, mark in ((1, "<-"), (0, "->")):
            for functions, (times, counts) in sorted(profile.calls.items(), key=lambda item: -item[1][1].cycles):
                if options.around in names[functions[side]] and counts.instructions >= total.instructions / 2000:
                    print(f"{names[functions[side]]}\n  {mark} {times} times, {counts.instructions / 1e6:.1f}: "
                          f"{names[functions[1 - side]]}")


if __name__ == "__main__":
    main()
