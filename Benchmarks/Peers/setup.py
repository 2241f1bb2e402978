#!/usr/bin/env python3
"""Sets up the programs to compare with, each group in a virtual environment of its own.

usage: setup.py [--work DIR] [--python PROGRAM] [GROUP...]

GROUP is a file of requirements/ without its ending; all but minilm-torch when none is given. Versions are pinned: those of the
programs in GROUP.txt, those of all that they need in GROUP.lock, for Python 3.11. A group that can't be installed is left out
of the comparison, and DIR/setup.json says why. DIR is .build/peers unless --work says otherwise.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys

import places

HEAVY = {"minilm-torch"}


def requirements(group):
    """What pip is given for a group: with and without the dependencies of each package."""
    usual, alone = [], []
    for line in (places.REQUIREMENTS / f"{group}.txt").read_text().splitlines():
        words = line.split("#")[0].split()
        if words:
            (alone if "--no-deps" in words else usual).append(words[0])
    return usual, alone


def install(group, python):
    """Makes the environment of a group; returns an empty text, or why not."""
    environment = places.environment(group)
    if not environment.exists():
        subprocess.run([python, "-m", "venv", environment], check=True)
    pip = [environment / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = places.REQUIREMENTS / f"{group}.lock"
    if lock.exists():
        pip += ["--constraint", lock]
    usual, alone = requirements(group)
    for extra, packages in (([], usual), (["--no-deps"], alone)):
        if packages:
            done = subprocess.run(pip + extra + packages, capture_output=True, text=True)
            if done.returncode:
                lines = [line for line in done.stderr.splitlines() if "ERROR" in line] or done.stderr.splitlines()
                shutil.rmtree(environment)
                return lines[-1][:300] if lines else "pip failed"
    return ""


def versions(group):
    listed = subprocess.run(
        [places.environment(group) / "bin" / "python", "-m", "pip", "list", "--format", "json"],
        capture_output=True, text=True, check=True)
    return {package["name"]: package["version"] for package in json.loads(listed.stdout)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("groups", nargs="*", metavar="GROUP")
    options = parser.parse_args()
    places.use(options.work)
    known = sorted(path.stem for path in places.REQUIREMENTS.glob("*.txt"))
    for group in options.groups:
        if group not in known:
            parser.error(f"no group {group}: there are {', '.join(known)}")
    state = places.read_json(places.setup_file(), {})
    for group in options.groups or [group for group in known if group not in HEAVY]:
        print(f"{group} …", file=sys.stderr, flush=True)
        reason = install(group, options.python)
        state[group] = {"failed": reason} if reason else {"versions": versions(group)}
        print(f"{group}: {reason or 'installed'}", file=sys.stderr, flush=True)
        places.setup_file().write_text(json.dumps(state, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
