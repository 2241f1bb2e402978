#!/usr/bin/env python3
"""Aligns the pages of the gold stories with Reprint and with its peers, in turn, and scores what each found.

usage: align.py [--work DIR] [--rounds N] [--models DIR] RESULTS

Reprint reads each page as it is and has to find its sentences; the peers are given the sentences. Reprint is scored with
weights that were learned, for each story, without it (`reprint-bench learn-alignment --output DIR`, made if --models names
none), and timed with its own. The peers' threshold is the one, of those from 0.05 to 0.8, that serves them best on these very
pages. All are scored by the same program, `reprint-bench score-alignment --found`.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys

import places
import run as comparison
from measure import Run

THRESHOLDS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]
# For each peer: its kind for align_cosine.py or None, its environment, the package whose version is shown, how it was run.
PEERS = {
    "minilm": (
        "minilm", "minilm", "onnxruntime", "all-MiniLM-L6-v2, int8, ONNX; best cosine, at the best threshold"),
    "minilm-torch": (
        "minilm-torch", "minilm-torch", "sentence-transformers", "all-MiniLM-L6-v2; best cosine, at the best threshold"),
    "char n-grams": (
        "ngrams", "alignment", "scikit-learn", "tf-idf of characters 3 to 5; best cosine, at the best threshold"),
    "text-matcher": (None, "alignment", "text-matcher", "with its usual settings, stop words left in"),
}


def score(links):
    scored = subprocess.run(
        [places.program("reprint-bench"), "score-alignment", places.STORIES, "--found", links],
        capture_output=True, text=True, check=True)
    return json.loads(scored.stdout)


def reprint(pages, links, models=None):
    """Aligns story by story, a process each; returns CPU seconds and the largest peak."""
    cpu, peak = 0, 0
    with open(links, "wb") as all_links:
        for folder in sorted(path for path in pages.iterdir() if path.is_dir()):
            copies = sorted(path for path in folder.iterdir() if path.name != "original.txt")
            part = places.output() / "align.part"
            done = Run([
                places.program("reprint"), "align", folder / "original.txt", *copies, "--format", "ndjson", "--output",
                part, "--threads", "1", "--quiet",
                *(["--weights", models / f"without-{folder.name}.txt"] if models else [])])
            if done.why_not():
                raise SystemExit(f"align.py: {done.errors}")
            cpu += done.cpu
            peak = max(peak, done.peak)
            all_links.write(part.read_bytes())
    return cpu, peak


def peer(name, pages, threshold, links):
    kind, group, _, _ = PEERS[name]
    python = places.environment(group) / "bin" / "python"
    if kind is None:
        words = [python, places.ADAPTERS / "align_text_matcher.py"]
    else:
        words = [python, places.ADAPTERS / "align_cosine.py", kind, threshold]
    return Run([*words, pages / "sentences.ndjson", links], comparison.ONE_THREAD)


def best_threshold(name, pages):
    """The threshold with the highest F1: the best cosines are the same for all."""
    links = places.output() / "align.all"
    if PEERS[name][0] is None:
        return 0, peer(name, pages, 0, links).why_not()
    done = peer(name, pages, -2, links)
    if done.why_not():
        return 0, done.why_not()
    lines = [json.loads(line) for line in open(links)]
    scores = {}
    for threshold in THRESHOLDS:
        with open(links, "w") as kept:
            for line in lines:
                kept.write(json.dumps({**line, "sources": line["sources"] if line["score"] >= threshold else []}) + "\n")
        scores[threshold] = score(links)["f1"]
    return max(scores, key=scores.get), ""


def story_pages():
    """The gold stories as files: their folder."""
    pages = places.work / "alignment-pages"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir()
    subprocess.run([places.program("reprint-bench"), "story-pages", places.STORIES, pages], check=True)
    return pages


def missing(name, state):
    """An empty text, or why a peer can't take part."""
    group = PEERS[name][1]
    return "not set up: run setup.py" if group not in state else state[group].get("failed", "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--models", type=pathlib.Path)
    parser.add_argument("results", type=pathlib.Path)
    options = parser.parse_args()
    places.use(options.work)
    results = comparison.Results(options.results)
    models = options.models or places.work / "alignment-weights"
    if not any(models.glob("without-*.txt")):
        models.mkdir(exist_ok=True)
        subprocess.run(
            [places.program("reprint-bench"), "learn-alignment", places.STORIES, "--output", models], check=True,
            stdout=subprocess.DEVNULL)
    pages = story_pages()
    count = sum(1 for _ in open(pages / "sentences.ndjson")) - sum(path.is_dir() for path in pages.iterdir())
    state = places.read_json(places.setup_file(), {})
    thresholds = {}
    for name in PEERS:
        reason = missing(name, state)
        if not reason:
            thresholds[name], reason = best_threshold(name, pages)
        if reason:
            results.add("skipped", program=name, corpus="alignment", reason=reason)
            thresholds.pop(name, None)
    links = places.output() / "align.reprint"
    reprint(pages, links, models)
    own_score = score(links)
    for number in range(1, options.rounds + 1):
        for name in ["reprint", *thresholds]:
            links = places.output() / f"align.{name.replace(' ', '-')}"
            if name == "reprint":
                cpu, peak = reprint(pages, links)
                version = comparison.version("reprint")
                note = "a process a story; scored with weights learned without the story in hand"
            else:
                done = peer(name, pages, thresholds[name], links)
                cpu, peak = done.cpu, done.peak
                version = state[PEERS[name][1]]["versions"].get(PEERS[name][2], "unknown")
                note = PEERS[name][3] + (f" ({thresholds[name]})" if PEERS[name][0] else "")
            found = own_score if name == "reprint" else score(links)
            results.add(
                "alignment", program=name, version=version, round=number, pages=count, cpu=round(cpu, 4), peak=peak,
                note=note, **found)
            print(f"{name}: {cpu:.2f} CPU s, F1 {found['f1']:.3f}, round {number}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
