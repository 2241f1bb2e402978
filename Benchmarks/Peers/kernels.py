#!/usr/bin/env python3
"""Compares the sketch kernels alone: nanoseconds a shingle, 128 slots, hashes ready in memory.

usage: kernels.py [--work DIR] [--rounds N] RESULTS

Reprint's is measured by `reprint-bench sketch/128/N`; the peers' by their calls for flat arrays of 64-bit hashes, in a process of
their own. Both in turn, --rounds times (7). Sets of N hashes each, as many as a second-level cache holds.
"""

import argparse
import json
import pathlib
import statistics
import subprocess

import places
import run as comparison

SHINGLES = [50, 400, 1000]
KERNELS = {
    "rensa R-MinHash": "rensa.RMinHash.digest_matrix_from_flat_token_hashes(hashes, ends, 128, 42)",
    "FastSketchLSH": "FastSketchLSH.FastSimilaritySketch(size=128, seed=42).batch_csr(hashes, ends, prehashed=True)",
}
# The least of several tries in one process: what is measured is the kernel, not what else the machine does.
PROGRAM = """
import sys, time
import numpy
import {module}

count = int(sys.argv[1])
documents = (1 << 16) // count
random = numpy.random.default_rng(count)
hashes = random.integers(0, 2**64, documents * count, dtype=numpy.uint64)
ends = numpy.arange(0, documents * count + 1, count, dtype=numpy.uint64)
least = float("inf")
for _ in range(30):
    start = time.thread_time()
    {call}
    least = min(least, time.thread_time() - start)
print(least / (documents * count) * 1e9)
"""


def reprint(count):
    """Nanoseconds a shingle."""
    words = [places.program("reprint-bench"), f"sketch/128/{count}", "--seconds", "0.5", "--format", "ndjson"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        case = json.loads(line)
        if case.get("name") == f"sketch/128/{count}":
            return case["cpu_least"] / case["items"] * 1e9
    raise SystemExit(f"kernels.py: reprint-bench did not measure sketch/128/{count}")


def peer(name, count):
    """Nanoseconds a shingle, or None and why not."""
    call = KERNELS[name]
    program = PROGRAM.format(module=call.split(".")[0], call=call)
    done = subprocess.run(
        [places.environment("core") / "bin" / "python", "-c", program, str(count)], capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", **comparison.ONE_THREAD})
    if done.returncode != 0:
        return None, (done.stderr.strip().splitlines() or ["it ended early"])[-1]
    return float(done.stdout), ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("results", type=pathlib.Path)
    options = parser.parse_args()
    places.use(options.work)
    results = comparison.Results(options.results)
    for count in SHINGLES:
        times = {"reprint": [], **{name: [] for name in KERNELS}}
        for number in range(1, options.rounds + 1):
            times["reprint"].append(reprint(count))
            for name in KERNELS:
                took, reason = peer(name, count)
                if took is None:
                    if number == 1:
                        results.add("skipped", program=name, corpus="kernels", reason=reason)
                    continue
                times[name].append(took)
        for name, took in times.items():
            if not took:
                continue
            ratios = [ours / theirs for ours, theirs in zip(times["reprint"], took)]
            results.add(
                "kernel", program=name, shingles=count, rounds=len(took), nanoseconds=statistics.median(took),
                ratio=statistics.median(ratios))
            print(f"{count:5} shingles  {name:16} {statistics.median(took):7.2f} ns  reprint/it {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
