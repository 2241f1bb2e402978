"""What the adapters share: arguments, reading, words, clusters.

Each adapter is run as `ADAPTER INPUT THRESHOLD CLUSTERS [--pairs FILE]` and does what its library needs to get from JSON
Lines to clusters; CLUSTERS gets a line for each document with the number of its cluster. With --pairs, FILE gets the
numbers of the two documents of each pair that the library reports, before clusters are closed over them; such runs are
judged, not timed.
"""

import argparse
import re

import orjson

SLOTS = 128
SHINGLE = 5
# Sixteen bands of eight rows find 95 % of the pairs at 0.8; the plans that several of the libraries choose by themselves find
# 20 to 40 %.
BANDS = 16
ROWS = SLOTS // BANDS
BATCH = 1000
WORD = re.compile(r"\w+")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("input")
    parser.add_argument("threshold", type=float)
    parser.add_argument("clusters")
    parser.add_argument("--pairs")
    return parser.parse_args()


def batches(path):
    """Lists of texts."""
    texts = []
    with open(path, "rb") as lines:
        for line in lines:
            texts.append(orjson.loads(line)["text"])
            if len(texts) == BATCH:
                yield texts
                texts = []
    if texts:
        yield texts


def shingles(text):
    """The text's five-word shingles as strings; all its words as one where there are fewer."""
    words = WORD.findall(text.lower())
    if len(words) <= SHINGLE:
        return [" ".join(words)] if words else []
    return list(map(" ".join, zip(words, words[1:], words[2:], words[3:], words[4:])))


class Clusters:
    """Disjoint sets of documents, and the pairs that made them."""

    def __init__(self, options):
        self.options = options
        self.parents = []
        self.pairs = [] if options.pairs else None

    def grow(self, count):
        self.parents.extend(range(len(self.parents), len(self.parents) + count))

    def find(self, document):
        parents = self.parents
        while parents[document] != document:
            parents[document] = parents[parents[document]]
            document = parents[document]
        return document

    def wants(self, a, b):
        """Whether a pair still tells anything."""
        return self.pairs is not None or self.find(a) != self.find(b)

    def join(self, a, b):
        if self.pairs is not None:
            self.pairs.append((min(a, b), max(a, b)))
        a, b = self.find(a), self.find(b)
        if a != b:
            self.parents[max(a, b)] = min(a, b)

    def write(self):
        with open(self.options.clusters, "w") as output:
            output.writelines(f"{self.find(document)}\n" for document in range(len(self.parents)))
        if self.pairs is not None:
            with open(self.options.pairs, "w") as output:
                output.writelines(f"{a}\t{b}\n" for a, b in self.pairs)
