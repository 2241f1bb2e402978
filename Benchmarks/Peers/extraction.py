#!/usr/bin/env python3
"""Compares extracted article text with the expected text of fixtures/pages/html: token F1 of Reprint, trafilatura, jusText.

    python3 -m venv venv && venv/bin/pip install trafilatura justext lxml_html_clean
    swift build -c release --product reprint-bench
    venv/bin/python Benchmarks/Peers/extraction.py .build/release/reprint-bench extract [--pages DIRECTORY]

The words behind the script are the command; the directory is put behind them. It prints {"file","text"} lines. F1 is that of
the words as multisets, 1 for a page with neither expected nor found words. Characters of scripts without spaces are words.
"t. recall" is trafilatura told to favour recall. jusText wants one paragraph of 200 characters at least, which most of these short
pages lack; "j. short" has its two lengths set to 30 and 80.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W_\u3040-\u30ff\u4e00-\u9fff]+")
STOPLISTS = {"de": "German", "fr": "French", "cs": "Czech", "ru": "Russian", "ar": "Arabic", "es": "Spanish", "en": "English"}


def f1(expected, found):
    a, b = (collections.Counter(WORD.findall(text.lower())) for text in (expected, found))
    if not a and not b:
        return 1.0
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values()))


def by_trafilatura(data, favours_recall=False):
    import trafilatura

    return trafilatura.extract(data, include_comments=False, include_tables=True, favor_recall=favours_recall) or ""


def by_justext(data, language, low=70, high=200):
    import justext

    name = STOPLISTS.get((language or "en")[:2])
    words = justext.get_stoplist(name) if name else frozenset()
    if not words:  # what its documentation says for other languages
        paragraphs = justext.justext(data, words, low, high, stopwords_low=0, stopwords_high=0)
    else:
        paragraphs = justext.justext(data, words, low, high)
    return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:  # a page that a peer can't read counts as no text
        print(f"{function.__name__}: {error}", file=sys.stderr)
        return ""


def main():
    words = sys.argv[1:]
    directory = "fixtures/pages/html"
    if "--pages" in words:
        place = words.index("--pages")
        directory = words[place + 1]
        del words[place : place + 2]
    output = subprocess.run(words + [directory], check=True, capture_output=True, text=True).stdout
    ours = {record["file"]: record["text"] for record in map(json.loads, output.splitlines())}
    rows = []
    for path in sorted(pathlib.Path(directory).glob("*.html")):
        data = path.read_bytes()
        expected = path.with_suffix(".expected.txt").read_text(encoding="utf-8")
        language = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))["language"]
        texts = [
            ours[path.name],
            attempt(by_trafilatura, data),
            attempt(by_trafilatura, data, True),
            attempt(by_justext, data, language),
            attempt(by_justext, data, language, 30, 80),
        ]
        rows.append((path.stem, [f1(expected, text) for text in texts]))
    columns = ["reprint", "trafilatura", "t. recall", "jusText", "j. short"]
    print(f"{'page':24}" + "".join(f"{column:>12}" for column in columns))
    for name, scores in rows:
        print(f"{name:24}" + "".join(f"{score:12.3f}" for score in scores))
    means = [sum(scores[i] for _, scores in rows) / len(rows) for i in range(len(columns))]
    print(f"{'mean of ' + str(len(rows)):24}" + "".join(f"{mean:12.3f}" for mean in means))
    sys.exit(0 if means[0] >= max(means[1:]) else 1)


main()
