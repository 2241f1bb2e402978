#!/usr/bin/env python3
"""CPU seconds of tracing and of syndication, and whether tracing finds the same pages in a large dump.

usage: reuse_speed.py trace REPRINT ORIGINALS.jsonl DUMP.jsonl
       reuse_speed.py hidden REPRINT STORIES DUMP.jsonl
       reuse_speed.py syndication REPRINT DUMP.jsonl COUNT...

trace: one original, then all of a file, each three times in turn: megabytes of dump a CPU second, and the ratio.
hidden: the pages of gold stories among the records of a dump that has nothing to do with them. The same pages must be
found with the same figures as without it, and none of its own.
syndication: the first COUNT records of a dump, for each count.

A record has "id" and "text". Prints a JSON object a line. Needs nothing but Python.
"""
import glob
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile


def run(command):
    """The standard output of a command and the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return output, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def trace(reprint, originals, dump):
    with tempfile.TemporaryDirectory() as folder:
        one = os.path.join(folder, "one.jsonl")
        with open(originals, "rb") as source, open(one, "wb") as target:
            target.write(source.readline())
        with open(originals, "rb") as source:
            count = sum(1 for line in source)
        times = {1: [], count: []}
        for _ in range(3):
            for number, path in ((1, one), (count, originals)):
                output, seconds = run([reprint, "trace", "-q", "--threads", "1", "-f", "ndjson", "--original", path, dump])
                times[number].append(seconds)
        size = os.path.getsize(dump) / 1e6
        for number, seconds in times.items():
            middle = statistics.median(seconds)
            print(json.dumps({"originals": number, "megabytes": round(size, 1), "cpu_seconds": round(middle, 2),
                              "megabytes_a_cpu_second": round(size / middle), "found": output.count(b"\n")}))
        print(json.dumps({"ratio": round(statistics.median(times[count]) / statistics.median(times[1]), 2)}))


def hidden(reprint, stories, dump):
    with tempfile.TemporaryDirectory() as folder:
        pages, originals = os.path.join(folder, "pages.jsonl"), os.path.join(folder, "originals.jsonl")
        with open(pages, "w", encoding="utf8") as page_file, open(originals, "w", encoding="utf8") as original_file:
            for path in sorted(glob.glob(os.path.join(stories, "s*.json"))):
                with open(path, encoding="utf8") as file:
                    story = json.load(file)
                for page in story["derived"]:
                    text = " ".join(sentence["text"] for sentence in page["sentences"])
                    page_file.write(json.dumps({"id": page["id"], "url": page["url"], "text": text}) + "\n")
                original = story["original"]
                original_file.write(json.dumps(
                    {"id": story["id"], "url": original["url"], "site": original["outlet"],
                     "text": " ".join(original["sentences"])}) + "\n")
        command = [reprint, "trace", "-q", "--threads", "1", "-f", "ndjson", "--original", originals]
        alone, _ = run(command + [pages])
        among, seconds = run(command + [dump, pages])
        print(json.dumps({"pages_found": alone.count(b"\n"), "among_others": among.count(b"\n"),
                          "the_same": alone == among, "cpu_seconds": round(seconds, 2)}))
        if alone != among:
            sys.exit(1)


def syndication(reprint, dump, *counts):
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, counts):
            part = os.path.join(folder, "part.jsonl")
            with open(dump, "rb") as source, open(part, "wb") as target:
                for _ in range(count):
                    target.write(source.readline())
            output, seconds = run([reprint, "syndication", "-q", "--threads", "1", "-f", "ndjson", part])
            stories = [json.loads(line) for line in output.splitlines() if line.startswith(b'{"story"')]
            print(json.dumps({"documents": count, "megabytes": round(os.path.getsize(part) / 1e6, 1),
                              "stories": len(stories), "copies": sum(len(story["pages"]) for story in stories),
                              "cpu_seconds": round(seconds, 2)}), flush=True)


if __name__ == "__main__":
    commands = {"trace": trace, "hidden": hidden, "syndication": syndication}
    if len(sys.argv) < 4 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
