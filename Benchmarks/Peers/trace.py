#!/usr/bin/env python3
"""Has Reprint and its peers say which pages of the gold stories reuse which of their originals, in turn, and scores it.

usage: trace.py [--work DIR] [--rounds N] RESULTS

Every page is held against the original of every story. No peer for tracing was found that runs, so those for alignment take
part: to them a page reuses an original if enough of its sentences have a match there. How many are enough, and from what
cosine on, is what serves each best on these very pages; Reprint decides as it always does, with its built-in weights, of
which those for alignment were learned from these stories among others. A page with four reused sentences, or a tenth of the
original, must be found; one that reuses nothing must not; one in between counts neither way.
"""

import argparse
import json
import pathlib
import sys

import align
import places
import run as comparison
from measure import Run

COUNTS = [1, 2, 3, 4, 6, 8]
NOTES = {
    "reprint": "all originals in one process; word counts, credit and kind of reuse besides",
    "minilm": "all-MiniLM-L6-v2, int8, ONNX; each text embedded once",
    "char n-grams": "tf-idf of characters 3 to 5, over all texts at once",
    "text-matcher": "with its usual settings, stop words left in, pair by pair",
}


def pairs_to_find():
    """For each pair of an original and a page: whether it must be found, must not be, or None."""
    stories = [json.loads(path.read_text()) for path in sorted(places.STORIES.glob("*.json"))]
    wanted = {}
    for story in stories:
        lengths = [len(sentence.split()) for sentence in story["original"]["sentences"]]
        for other in stories:
            for page in other["derived"]:
                sources = [taken(sentence, story["id"], other is story) for sentence in page["sentences"]]
                used = sum(map(bool, sources))
                coverage = sum(lengths[index] for index in set().union(*sources))
                found = used >= 4 or coverage / sum(lengths) >= 0.1
                wanted[story["id"], page["id"].replace("/", "-")] = True if found else None if used else False
    return wanted


def taken(sentence, story, is_own):
    if is_own:
        return sentence["from"]
    other = sentence.get("other_source") or {}
    return other.get("from", []) if other.get("id", "").startswith(story) else []


def score(found, wanted):
    right = sum(wanted[pair] is True for pair in found)
    wrong = sum(wanted[pair] is False for pair in found)
    precision = right / max(1, right + wrong)
    recall = right / sum(value is True for value in wanted.values())
    return {
        "precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}


def best_rule(scores, cosines, wanted):
    """The cosine and the number of sentences with the highest F1, and what they find."""
    best = None
    for cosine in align.THRESHOLDS if cosines else [1]:
        matches = {pair: sum(value >= cosine for value in values) for pair, values in scores.items()}
        for count in COUNTS:
            rated = score([pair for pair, number in matches.items() if number >= count], wanted)
            if best is None or rated["f1"] > best[1]["f1"]:
                best = (f"{count} sentences" + (f" from a cosine of {cosine} on" if cosines else ""), rated)
    return best


def write_files(pages):
    """The originals and the pages as JSON Lines for Reprint, and a list of all for the peers."""
    with open(pages / "originals.jsonl", "w") as originals, open(pages / "pages.jsonl", "w") as dump:
        for line in open(pages / "sentences.ndjson"):
            record = json.loads(line)
            path = pathlib.Path(record["file"])
            is_original = path.name == "original.txt"
            name = record["story"] if is_original else path.stem
            (originals if is_original else dump).write(json.dumps({"id": name, "text": path.read_text()}) + "\n")


def reprint(pages):
    output = places.output() / "trace.reprint"
    done = Run([
        places.program("reprint"), "trace", "--original", pages / "originals.jsonl", pages / "pages.jsonl", "--format",
        "ndjson", "--output", output, "--threads", "1", "--quiet"])
    if done.why_not():
        raise SystemExit(f"trace.py: {done.errors}")
    return done, {(record["original"], record["id"]) for record in map(json.loads, open(output))}


def peer(name, pages):
    kind, group, _, _ = align.PEERS[name]
    output = places.output() / f"trace.{name.replace(' ', '-')}"
    done = Run([
        places.environment(group) / "bin" / "python", places.ADAPTERS / "trace_sentences.py", kind or name,
        pages / "sentences.ndjson", output], comparison.ONE_THREAD)
    if done.why_not():
        return done, None
    return done, {(record["story"], record["page"]): record["scores"] for record in map(json.loads, open(output))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("results", type=pathlib.Path)
    options = parser.parse_args()
    places.use(options.work)
    results = comparison.Results(options.results)
    pages = align.story_pages()
    write_files(pages)
    wanted = pairs_to_find()
    state = places.read_json(places.setup_file(), {})
    programs = ["reprint"]
    for name in NOTES:
        if name == "reprint":
            continue
        if reason := align.missing(name, state):
            results.add("skipped", program=name, corpus="tracing", reason=reason)
        else:
            programs.append(name)
    for number in range(1, options.rounds + 1):
        for name in list(programs):
            if name == "reprint":
                done, found = reprint(pages)
                rule, rated, version = "", score(found, wanted), comparison.version("reprint")
            else:
                done, scores = peer(name, pages)
                if scores is None:
                    results.add("skipped", program=name, corpus="tracing", reason=done.why_not())
                    programs.remove(name)
                    continue
                rule, rated = best_rule(scores, name != "text-matcher", wanted)
                version = state[align.PEERS[name][1]]["versions"].get(align.PEERS[name][2], "unknown")
            results.add(
                "trace", program=name, version=version, round=number, pairs=len(wanted), cpu=round(done.cpu, 4),
                peak=done.peak, note=NOTES[name] + (f"; {rule}" if rule else ""), **rated)
            print(
                f"{name}: {done.cpu:.2f} CPU s, precision {rated['precision']:.3f}, recall {rated['recall']:.3f}, "
                f"round {number}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
