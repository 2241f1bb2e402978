#!/usr/bin/env python3
"""How the CPU time of commands grows with inputs that were made to be slow: one thing said again and again.

usage: hostile_growth.py REPRINT [--bytes N] [--times K] [COMMAND ...]

Runs each command on each input of N bytes (200,000) and of K times as many (4). Prints a JSON object for each whose time
grows more than twice as much as the input does, to half a second or more, or whose larger run fails or takes longer than
a minute; exits with 1 if there is one. Needs nothing but Python.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading

TEXTS = [
    "a", "a ", "a\n", "a-", "a, ", "A. ", "Mr. ", "U.S. ", "J. R. R. ", "1,", "1.2.3. ", "5% ", "$1.2 billion ", "2020 ",
    "Jan. 5, 2020 ", "one hundred ", "million ", "thousand and ", "not ", "don't ", "http://a.b/c ", "By John\n",
    "Key points:\n", '"Hi." ', 'he said "yes" and ', "“", "(", "...", "? ", '!"', "…", "- ", "• x\n", "/", "\\", '"', "\n",
    "\r\n", "\t", " ", "\u00a0", "\f", "word word word\n", "漢", "か。", "カ\u3099", "ก", "א ", "한", "👩‍👩‍👧", "\u200d",
    "\u0301", "a\u0301\u0323", "a" + "\u0301\u0323" * 1000, "\ufdfa", "\x00", "<p>", "{{",
]
PAGES = [
    "<", "<div>", "</div>", "<div><p>Some words of text that are long enough. ", "<p>Some words of text here. ", "<p><b>x",
    "<b>x<p>", "<a><b><i>x</a>", "</p>", "<!--", "<!DOCTYPE ", "<?php ", "<![CDATA[", "<script>", "<title>", "<textarea>",
    "<template>", "<noscript>", "<iframe>", "<frameset>", "<table><tr><td>x", "<tr><td>x", "<ul><li>x", "<dl><dt>x<dd>",
    "<select><option>", "<button>x", "<svg><g>", "<h1>x", "<pre>\n", "<br>", "<a href='", "<a x=1 ", "<a href=#><div>",
    "<a href=x>link</a> ", "<img alt='x'>", "<meta name=a content=b>", "&amp", "&#", "&notit;",
    '<script type="application/ld+json">{"a":1}</script>',
]
RECORDS = ["[", '{"a":', '"a",', "1", "\\", '\\"', "\\u0301", "\\ud800", "\\x", "é", "1e"]
TABLES = ['"', '""', ",", "a,", "\n", "a\n", '"a\n', "\t"]
WEB = ["WARC/1.0\r\n", "\r\n", "A: b\r\n", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "x"]

ARTICLE = "\n\n".join(
    f"Sentence number {i} tells of the {i * 7919 % 1000}th thing that happened in town {i % 13}, and why it did."
    for i in range(40))


def repeated(pattern, size):
    return pattern * (size // len(pattern.encode()) + 1)


class Inputs:
    """Files in a folder, one of each kind, written anew for every run."""

    def __init__(self, folder):
        self.folder = folder
        self.article = self.write("article.txt", ARTICLE)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return path

    def text(self, pattern, size):
        return self.write("hostile.txt", repeated(pattern, size))

    def records(self, pattern, size):
        text = repeated(pattern, size)
        return self.write("hostile.jsonl", "".join(
            json.dumps({"id": str(number), "text": text + end}, ensure_ascii=False) + "\n"
            for number, end in enumerate(["", " tail"])))

    def raw_records(self, pattern, size):
        value = repeated(pattern, size)
        return self.write("hostile.jsonl", "".join(f'{{"id":"{value}","text":{value},"more":"{value}"}}\n' for _ in "12"))

    def page(self, pattern, size):
        return self.write("hostile.html", "<html><body>" + repeated(pattern, size))

    def table(self, pattern, size):
        return self.write("hostile.csv", "id,text\n" + repeated(pattern, size))

    def archive(self, pattern, size):
        return self.write("hostile.warc", "WARC/1.0\r\n" + repeated(pattern, size))


def commands(inputs):
    """Name, patterns, and what to run for a pattern and a size."""
    text, records, article = inputs.text, inputs.records, inputs.article
    return [
        ("cluster", TEXTS, lambda p, n: ["cluster", records(p, n)]),
        ("pairs", TEXTS, lambda p, n: ["pairs", records(p, n)]),
        ("align-copy", TEXTS, lambda p, n: ["align", article, text(p, n)]),
        ("align-original", TEXTS, lambda p, n: ["align", text(p, n), article]),
        ("align-self", TEXTS, lambda p, n: ["align", text(p, n), text(p, n)]),
        ("trace", TEXTS, lambda p, n: ["trace", article, records(p, n)]),
        ("trace-original", TEXTS, lambda p, n: ["trace", text(p, n), records(p, n)]),
        ("syndication", TEXTS, lambda p, n: ["syndication", records(p, n)]),
        ("extract", TEXTS, lambda p, n: ["extract", records(p, n)]),
        ("extract-page", PAGES, lambda p, n: ["extract", inputs.page(p, n)]),
        ("cluster-page", PAGES, lambda p, n: ["cluster", inputs.page(p, n)]),
        ("cluster-records", RECORDS, lambda p, n: ["cluster", inputs.raw_records(p, n)]),
        ("cluster-table", TABLES, lambda p, n: ["cluster", inputs.table(p, n)]),
        ("cluster-archive", WEB, lambda p, n: ["cluster", inputs.archive(p, n)]),
    ]


def cpu(command, most=60):
    """CPU seconds, and how it ended: a status, or why it was stopped."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    isLate = threading.Event()
    timer = threading.Timer(most, lambda: (isLate.set(), process.kill()))
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    ending = f"stopped after {most} s" if isLate.is_set() else os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, ending


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("reprint")
    parser.add_argument("--bytes", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("commands", nargs="*")
    asked = parser.parse_args()
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, patterns, arguments in commands(Inputs(folder)):
            if asked.commands and name not in asked.commands:
                continue
            start, _ = cpu([asked.reprint, "help"])
            for pattern in patterns:
                runs = [cpu([asked.reprint, *arguments(pattern, size)]) for size in (asked.bytes, asked.bytes * asked.times)]
                (small, _), (large, ending) = runs
                growth = (large - start) / max(small - start, 0.02)
                if large > 0.5 and growth > 2 * asked.times or ending not in (0, 1, 2):
                    found += 1
                    print(json.dumps({
                        "command": name, "pattern": pattern[:40], "seconds": [round(small, 3), round(large, 3)],
                        "growth": round(growth, 1), "ending": ending}), flush=True)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
