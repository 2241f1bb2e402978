#!/usr/bin/env python3
"""Measures how Reprint's time and memory grow: with documents, threads, their length, the share of copies, the threshold.

usage: scale.py [--work DIR] [--axes NAME,…] [--rounds N] [--most N] RESULTS

Every point is a whole run of `reprint cluster` on a planted dump that differs from the others in one thing only; the points of
an axis are run in turn, --rounds times (3). --most N leaves out dumps of more than N documents. Dumps are made in the work
folder and removed.
"""

import argparse
import pathlib
import re
import sys

import corpora
import places
import run as comparison
from measure import Run

USUAL = {"documents": 100_000, "planted": 40, "words": 230, "threshold": 0.8, "threads": 1}
# Documents of each length, so that all dumps hold the same number of words.
WORDS_IN_ALL = USUAL["documents"] * USUAL["words"]
AXES = {
    "documents": [{"documents": value} for value in (10_000, 30_000, 100_000, 300_000, 1_000_000)],
    "threads": [{"threads": value} for value in (1, 2)],
    "words in a document": [
        {"words": value, "documents": WORDS_IN_ALL // value} for value in (25, 50, 100, 230, 1000, 5000, 20_000)],
    "copies in a hundred": [{"planted": value} for value in (0, 20, 40, 60, 80, 95)],
    "threshold": [{"threshold": value} for value in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)],
}
FIELDS = {
    "documents": "documents", "threads": "threads", "words in a document": "words", "copies in a hundred": "planted",
    "threshold": "threshold",
}


def dump_of(settings):
    """The dump with these settings, made unless it is there."""
    name = "scale-{documents}-{planted}-{words}.jsonl".format(**settings)
    path = places.corpora() / name
    if not path.exists():
        partial = path.with_suffix(".partial")
        corpora.planted(settings["documents"], partial, settings["planted"], settings["words"])
        partial.rename(path)
    return path


def measure(results, axis, settings, number):
    dump = dump_of(settings)
    clusters = places.output() / "scale.clusters"
    done = Run([
        places.program("reprint"), "cluster", dump, "--output", clusters, "--format", "ndjson", "--stats", "--threshold",
        settings["threshold"], "--threads", settings["threads"]])
    if done.why_not():
        raise SystemExit(f"scale.py: {done.why_not()}")
    counts = re.search(r"candidates ([\d,]+), compared ([\d,]+)", done.errors)
    candidates, compared = (int(text.replace(",", "")) for text in counts.groups())
    results.add(
        "point", axis=axis, value=settings[FIELDS[axis]], round=number, documents=settings["documents"],
        bytes=dump.stat().st_size, candidates=candidates, compared=compared, settings=settings, **done.record())
    print(f"{axis} {settings[FIELDS[axis]]}: {done.cpu:.2f} CPU s, round {number}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--axes", default=",".join(AXES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("results", type=pathlib.Path)
    options = parser.parse_args()
    places.use(options.work)
    results = comparison.Results(options.results)
    results.add("machine", **comparison.machine())
    for axis in options.axes.split(","):
        points = [{**USUAL, **point} for point in AXES[axis]]
        points = [point for point in points if point["documents"] <= options.most]
        for number in range(1, options.rounds + 1):
            for settings in points:
                measure(results, axis, settings, number)
        for settings in points:
            dump_of(settings).unlink()


if __name__ == "__main__":
    main()
