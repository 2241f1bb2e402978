"""For each original and each page, how well every sentence of the page is matched in the original.

usage: trace_sentences.py KIND SENTENCES OUTPUT

KIND: those of align_cosine.py, or `text-matcher`. SENTENCES is what `reprint-bench story-pages` wrote. OUTPUT is NDJSON,
{"story":"…","page":"…","scores":[…]} for every pair of a story's original and any page: for each sentence its best cosine, of
text-matcher a 1 for every passage that it found.
"""

import contextlib
import io
import json
import pathlib
import sys

import numpy


def texts(record):
    content = pathlib.Path(record["file"]).read_bytes()
    ends = record["ranges"]
    return [content[a:b].decode() for a, b in zip(ends[::2], ends[1::2])]


def cosines(kind, originals, pages):
    import align_cosine

    embed = align_cosine.KINDS[kind]()
    lists = [texts(record) for record in originals + pages]
    # Everything is embedded once: as one original and one page.
    every = [text for sentences in lists for text in sentences]
    vectors = embed(every, [])[0]
    ends = numpy.cumsum([len(sentences) for sentences in lists])
    parts = [vectors[end - len(sentences):end] for sentences, end in zip(lists, ends)]
    for original, source in zip(originals, parts):
        for page, copy in zip(pages, parts[len(originals):]):
            products = copy @ source.T
            products = numpy.asarray(products.todense() if hasattr(products, "todense") else products)
            yield original, page, [round(float(row.max()), 4) for row in products]


def passages(originals, pages):
    from text_matcher.matcher import Matcher, Text

    for original in originals:
        for page in pages:
            count = 0
            # A text without a Latin letter is an error to it: it finds nothing there.
            with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(IndexError):
                pair = [
                    Text(pathlib.Path(one["file"]).read_text(), name, removeStopwords=False)
                    for one, name in ((original, "original"), (page, "page"))]
                count = Matcher(*pair, removeStopwords=False).match()[0]
            yield original, page, [1] * count


kind, sentences, output = sys.argv[1:]
with open(sentences) as lines:
    records = [json.loads(line) for line in lines]
originals = [record for record in records if pathlib.Path(record["file"]).name == "original.txt"]
pages = [record for record in records if pathlib.Path(record["file"]).name != "original.txt"]
with open(output, "w") as scores:
    for original, page, values in (
            passages(originals, pages) if kind == "text-matcher" else cosines(kind, originals, pages)):
        scores.write(json.dumps({
            "story": original["story"], "page": pathlib.Path(page["file"]).stem, "scores": values}) + "\n")
