#!/usr/bin/env python3
"""Makes the corpora to measure on, and the pairs of documents that are to be found in them.

usage: corpora.py [--work DIR] [NAME...]

NAME is `real` or `planted-N`, N a number of documents; real, planted-20000 and planted-100000 when none is given. Planted
corpora are made by reprint-bench from a seed. The real one is put together from packages of PyPI and Debian 12, which are
fetched by pip and apt-get and checked by their SHA-256: ten English Bible translations, licence texts, manuals in several
versions and languages, man pages in five languages, news, an encyclopaedia, plays, fortunes. With --skip-missing it is made
without what can't be had, and is another corpus then: results carry the SHA-256 of what they were measured on, and without
--skip-missing it is made anew.
"""

import argparse
import functools
import hashlib
import json
import pathlib
import re
import subprocess
import sys

import places
import real_texts

THRESHOLD = 0.8
WORD = re.compile(r"\w+")
# Exact pairs of more documents than this are looked for inside planted clusters only, a few clusters at a time. Elsewhere there
# are none: two documents that were not copied from each other share stock phrases at most.
ALL_PAIRS_LIMIT = 200_000


def paths(name):
    """The files of a corpus: its dump, the true pairs by Reprint's words, those by the peers' words, facts about it."""
    folder = places.corpora()
    kinds = {"dump": "jsonl", "pairs": "pairs.ndjson", "plain_pairs": "plain-pairs.ndjson", "facts": "json"}
    return {kind: folder / f"{name}.{ending}" for kind, ending in kinds.items()}


def make(name, skip_missing=False):
    files = paths(name)
    missing = places.read_json(files["facts"], {}).get("missing", [])
    if missing and not skip_missing:
        for path in files.values():
            path.unlink(missing_ok=True)
    if not files["dump"].exists():
        note(f"{name}: dump")
        partial = files["dump"].with_suffix(".partial")
        if name == "real":
            documents, missing = real_texts.documents(places.work / "packages", skip_missing)
            with open(partial, "w", encoding="utf-8") as dump:
                for number, text in documents:
                    dump.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
        else:
            planted(documents_in(name), partial)
        partial.rename(files["dump"])
    for kind in ("pairs", "plain_pairs"):
        if not files[kind].exists():
            whose = "Reprint's" if kind == "pairs" else "the peers'"
            note(f"{name}: exact pairs by {whose} words")
            truth(name, files, kind)
    digest = hashlib.sha256()
    lines = 0
    with open(files["dump"], "rb") as dump:
        while block := dump.read(1 << 20):
            digest.update(block)
            lines += block.count(b"\n")
    facts = {
        "corpus": name, "documents": lines, "bytes": files["dump"].stat().st_size, "threshold": THRESHOLD,
        "pairs": lines_in(files["pairs"]), "plain_pairs": lines_in(files["plain_pairs"]), "sha256": digest.hexdigest(),
    } | ({"missing": missing} if missing else {})
    files["facts"].write_text(json.dumps(facts, indent=1) + "\n")
    note(json.dumps(facts))


def documents_in(name):
    match = re.fullmatch(r"planted-([1-9]\d*)", name)
    if not match:
        raise SystemExit(f"corpora.py: no corpus {name}: real or planted-N")
    return int(match[1])


def planted(documents, dump, share=40, words=230, labels=None):
    """Writes a planted dump."""
    command = [
        places.program("reprint-bench"), "planted-dump", "--documents", documents, "--planted", share, "--words", words]
    if labels:
        command += ["--labels", labels]
    with open(dump, "wb") as output:
        subprocess.run([str(word) for word in command], stdout=output, check=True)


# True pairs


def truth(name, files, kind):
    """Writes all pairs at or above the threshold, found by comparing all with all."""
    if name != "real" and kind == "plain_pairs":
        # Planted texts have the same words for everybody.
        files[kind].symlink_to(files["pairs"].name)
        return
    partial = files[kind].with_suffix(".partial")
    with open(partial, "wb") as output:
        if name != "real" and documents_in(name) > ALL_PAIRS_LIMIT:
            for part in clusters_only(name, files["dump"]):
                exact_pairs(part, output)
                part.unlink()
        elif kind == "plain_pairs":
            plain = files["dump"].with_suffix(".plain.jsonl")
            write_plain(files["dump"], plain)
            exact_pairs(plain, output)
            plain.unlink()
        else:
            exact_pairs(files["dump"], output)
    partial.rename(files[kind])


def exact_pairs(dump, output):
    program = places.program("reprint-bench")
    subprocess.run(
        [program, "exact-pairs", dump, "-t", str(THRESHOLD)], stdout=output, stderr=subprocess.DEVNULL, check=True)


def clusters_only(name, dump, parts=8):
    """Writes the documents of planted clusters to a few dumps, whole clusters each; yields their paths."""
    labels = dump.with_suffix(".labels")
    planted(documents_in(name), "/dev/null", labels=labels)
    with open(labels) as lines:
        clusters = [int(line.split("\t")[1]) for line in lines]
    labels.unlink()
    for part in range(parts):
        path = dump.with_suffix(f".part{part}.jsonl")
        with open(dump, "rb") as lines, open(path, "wb") as output:
            output.writelines(
                line for line, cluster in zip(lines, clusters) if cluster >= 0 and cluster % parts == part)
        yield path


def write_plain(dump, output):
    """Rewrites the texts so that any tokeniser finds the words in them that the peers' regular expression finds.

    Each different word gets a number, spelled in letters.
    """
    numbers = {}
    with open(dump, encoding="utf-8") as lines, open(output, "w") as plain:
        for line in lines:
            record = json.loads(line)
            words = WORD.findall(record["text"].lower())
            text = " ".join(spelled(numbers.setdefault(word, len(numbers))) for word in words)
            plain.write(json.dumps({"id": record["id"], "text": text}) + "\n")


@functools.cache
def spelled(number):
    letters = ""
    while True:
        number, digit = divmod(number, 26)
        letters = chr(97 + digit) + letters
        if number == 0:
            return letters


def lines_in(path):
    with open(path, "rb") as lines:
        return sum(1 for _ in lines)


def note(text):
    print(text, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--skip-missing", action="store_true")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    places.use(options.work)
    for name in options.names or ["real", "planted-20000", "planted-100000"]:
        make(name, options.skip_missing)


if __name__ == "__main__":
    main()
