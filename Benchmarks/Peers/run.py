#!/usr/bin/env python3
"""Runs Reprint and its peers over the same corpora, in turn, and writes down what each run took and found.

usage: run.py [--work DIR] [--corpora NAME,…] [--programs NAME,…] [--rounds N] [--slow-rounds N] [--limit SECONDS] RESULTS

A run is a whole process from JSON Lines to clusters. Before the rounds that count, each program runs once more to warm the
system's caches and to have its pairs judged against the exact ones. Then, round by round, each program has its turn:
A B C A B C. Programs that took over a minute in the first run have --slow-rounds rounds (2) in place of --rounds (5). With
--rounds 0 the first run counts, as round 0: for corpora that take too long for more. One thread each. RESULTS is NDJSON and is appended to; `reprint-bench chart RESULTS` makes tables and charts of it.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys

import corpora
import places
from measure import Run

ONE_THREAD = {
    "RAYON_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false",
    "POLARS_MAX_THREADS": "1",
}
# For each peer: its adapter, its environment, the package whose version is shown, how it was run.
BANDS = "16 bands of 8 rows"
PEERS = {
    "rensa": ("run_rensa", "core", "rensa", f"word 5-grams made in Python, 128 slots, {BANDS}, estimate at 0.8 or more"),
    "gaoya": ("run_gaoya", "core", "gaoya", f"its own words and 5-grams, 128 slots, {BANDS}, estimate at 0.8 or more"),
    "fastsketchlsh": (
        "run_fastsketchlsh", "core", "FastSketchLSH",
        f"word 5-grams made in Python, 128 slots, {BANDS}, estimate at 0.8 or more"),
    "datasketch": (
        "run_datasketch", "core", "datasketch",
        f"word 5-grams made in Python, 128 slots, {BANDS}, estimate at 0.8 or more"),
    "text-dedup": (
        "run_text_dedup", "text-dedup", "text-dedup",
        f"its command, 5-grams, 128 slots, {BANDS}, xxh3 of 32 bits; clusters only, judged by all pairs in them"),
    "datatrove": (
        "run_datatrove", "datatrove", "datatrove",
        f"its four steps, 5-grams of plain words, 128 slots, {BANDS}; clusters only, judged by all pairs in them"),
    "rensa-sampled": (
        "run_rensa_sampled", "core", "rensa",
        "rho sketches of sampled words, flags for single documents and no clusters, so there are no pairs to judge"),
}
REPRINT = "reprint"
SLOW = 60


class Results:
    """The file of results, a line at a time."""

    def __init__(self, path):
        self.path = path

    def add(self, kind, **values):
        line = json.dumps({"type": kind, **values})
        # Where things were on this machine is of no use to others.
        line = line.replace(str(places.work), "WORK").replace(str(places.PACKAGE), ".")
        with open(self.path, "a") as file:
            file.write(line + "\n")


def machine():
    """What the measurements were made on."""
    processor = platform.processor() or "unknown"
    if os.path.exists("/proc/cpuinfo"):
        names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
        processor = names[0] if names else processor
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=places.PACKAGE, capture_output=True, text=True).stdout.strip()
    compiler = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[:1]
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), "processor": processor,
        "processors": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "compiler": compiler[0] if compiler else "unknown", "python": platform.python_version(), "commit": commit,
    }


def version(program):
    if program == REPRINT:
        printed = subprocess.run([places.program(REPRINT), "--version"], capture_output=True, text=True).stdout
        return printed.split()[-1]
    _, group, package, _ = PEERS[program]
    return places.read_json(places.setup_file(), {}).get(group, {}).get("versions", {}).get(package, "unknown")


def missing(program):
    """An empty text, or why a program can't take part."""
    if program == REPRINT:
        return ""
    state = places.read_json(places.setup_file(), {}).get(PEERS[program][1])
    return "not set up: run setup.py" if state is None else state.get("failed", "")


def command(program, dump, clusters, pairs=None):
    """The command of a run: to clusters, or to pairs as well."""
    if program == REPRINT:
        words = ["pairs", "--output", pairs] if pairs else ["cluster", "--output", clusters]
        return [
            places.program(REPRINT), *words, "--threshold", corpora.THRESHOLD, "--threads", 1, "--format", "ndjson",
            "--quiet", dump]
    adapter, group, _, _ = PEERS[program]
    words = [places.environment(group) / "bin" / "python", places.ADAPTERS / f"{adapter}.py"]
    return [*words, dump, corpora.THRESHOLD, clusters, *(["--pairs", pairs] if pairs else [])]


# Judging


def true_pairs(path):
    with open(path) as lines:
        return {pair(record["a"], record["b"]) for record in map(json.loads, lines)}


def pair(a, b):
    return (a, b) if a <= b else (b, a)


def found_pairs(program, dump, clusters, pairs):
    """The pairs that a program reported; where it reports clusters only, all pairs within them; None for flags."""
    if program == REPRINT:
        return true_pairs(pairs)
    if program == "rensa-sampled":
        return None
    with open(dump, "rb") as lines:
        names = [json.loads(line)["id"] for line in lines]
    found = set()
    if pairs.exists():
        with open(pairs) as lines:
            for a, b in (line.split("\t") for line in lines):
                found.add(pair(names[int(a)], names[int(b)]))
        return found
    members = {}
    with open(clusters) as lines:
        for name, cluster in zip(names, lines):
            members.setdefault(cluster, []).append(name)
    total = sum(len(group) * (len(group) - 1) // 2 for group in members.values())
    if total > 50_000_000:
        return None
    for group in members.values():
        found.update(pair(a, b) for index, a in enumerate(group) for b in group[:index])
    return found


def judge(results, program, corpus, files, found):
    """Recall and precision: each program by the words that it goes by, Reprint by those of the peers too."""
    if found is None:
        return
    truths = {"own": files["pairs" if program == REPRINT else "plain_pairs"]}
    if program == REPRINT and corpus == "real":
        truths["the peers' words"] = files["plain_pairs"]
    for name, path in truths.items():
        true = true_pairs(path)
        right = len(found & true)
        results.add(
            "quality", corpus=corpus, program=program, truth=name, reported=len(found), right=right, true=len(true),
            recall=right / max(1, len(true)), precision=right / max(1, len(found)))


# Measuring


def first_run(results, program, corpus, files, options):
    """The run that is judged; returns it, or None if the program can't do it."""
    clusters = places.output() / f"{program}.clusters"
    pairs = places.output() / f"{program}.pairs"
    for path in (clusters, pairs):
        path.unlink(missing_ok=True)
    reports = program == REPRINT or program in ("rensa", "gaoya", "datasketch", "fastsketchlsh")
    run = Run(command(program, files["dump"], clusters, pairs if reports else None), ONE_THREAD, options.limit)
    if reason := run.why_not():
        results.add("skipped", program=program, corpus=corpus, reason=reason)
        note(f"{corpus}: {program}: {reason}")
        return None
    judge(results, program, corpus, files, found_pairs(program, files["dump"], clusters, pairs))
    note(f"{corpus}: {program}: {run.cpu:.2f} CPU s, first run")
    return run


def measure(results, corpus, programs, options):
    files = corpora.paths(corpus)
    facts = places.read_json(files["facts"], None)
    if facts is None:
        raise SystemExit(f"run.py: no corpus {corpus}: run corpora.py {corpus}")
    results.add("corpus", **facts)
    first = {program: first_run(results, program, corpus, files, options) for program in programs}
    for program, run in first.items():
        if run and options.rounds == 0:
            record(results, run, corpus, program, 0, facts)
    for number in range(1, options.rounds + 1):
        for program in programs:
            if first[program] is None:
                continue
            if number > (options.rounds if first[program].cpu < SLOW else options.slow_rounds):
                continue
            clusters = places.output() / f"{program}.clusters"
            run = Run(command(program, files["dump"], clusters), ONE_THREAD, options.limit)
            if reason := run.why_not():
                results.add("skipped", program=program, corpus=corpus, reason=f"round {number}: {reason}")
                continue
            record(results, run, corpus, program, number, facts)
    if REPRINT in programs and options.rounds > 0:
        split(results, corpus, files["dump"])


def record(results, run, corpus, program, number, facts):
    results.add(
        "run", corpus=corpus, program=program, round=number, documents=facts["documents"], bytes=facts["bytes"],
        **run.record())
    note(f"{corpus}: {program}: {run.cpu:.2f} CPU s, round {number}")


def split(results, corpus, dump):
    """Compares Reprint with a newline split of the file, in one process and in turn."""
    measured = subprocess.run(
        [places.program("reprint-bench"), "--file", dump, "--seconds", "3", "--format", "ndjson", "whole"],
        capture_output=True, text=True, check=True).stdout
    for line in map(json.loads, measured.splitlines()):
        if line["type"] == "case":
            results.add("split", corpus=corpus, ratio=line["split_ratio"], runs=line["runs"], cpu=line["cpu_median"])


def note(text):
    print(text, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--corpora", default="real,planted-20000,planted-100000")
    parser.add_argument("--programs", default=",".join([REPRINT, *PEERS]))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow-rounds", type=int, default=2)
    parser.add_argument("--limit", type=float, default=1800)
    parser.add_argument("results", type=pathlib.Path)
    options = parser.parse_args()
    places.use(options.work)
    results = Results(options.results)
    programs = options.programs.split(",")
    for program in programs:
        if program != REPRINT and program not in PEERS:
            parser.error(f"no program {program}: there are {REPRINT}, {', '.join(PEERS)}")
    results.add("machine", **machine())
    for program in list(programs):
        if reason := missing(program):
            results.add("skipped", program=program, corpus=None, reason=reason)
            programs.remove(program)
        else:
            how = "verified clusters, one thread" if program == REPRINT else PEERS[program][3]
            results.add("program", program=program, version=version(program), note=how)
    for corpus in options.corpora.split(","):
        measure(results, corpus, programs, options)


if __name__ == "__main__":
    main()
