"""text-matcher: passages that two texts share.

A passage runs over many sentences; a sentence in it is linked to those that lie at the same place in the passage's other side.

usage: align_text_matcher.py SENTENCES OUTPUT
"""

import contextlib
import io
import json
import pathlib
import sys

from text_matcher.matcher import Matcher, Text


def touched(ranges, start, end):
    """The ranges that share half of their bytes, or of the run's, with a run."""
    return [
        (a, b) for a, b in ranges
        if (shared := min(b, end) - max(a, start)) > 0 and 2 * shared >= min(b - a, end - start)]


def offsets(content):
    """For each character of a text the byte that it starts at, and the end."""
    places = [0]
    for character in content:
        places.append(places[-1] + len(character.encode()))
    return places


sentences, output = sys.argv[1:]
stories = {}
with open(sentences) as lines:
    for record in map(json.loads, lines):
        stories.setdefault(record["story"], []).append(record)
with open(output, "w") as links:
    for story in stories.values():
        files = [
            (record["file"], list(zip(record["ranges"][::2], record["ranges"][1::2])),
             pathlib.Path(record["file"]).read_text()) for record in story]
        (_, originals, original), pages = files[0], files[1:]
        original_offsets = offsets(original)
        for path, ranges, text in pages:
            runs, copies = [], []
            # A text without a Latin letter is an error to it: it finds nothing there.
            with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(IndexError):
                # With stop words left in: taking them out needs a list that has to be fetched.
                texts = (Text(one, name, removeStopwords=False) for one, name in ((original, "original"), (text, "copy")))
                matcher = Matcher(*texts, removeStopwords=False)
                _, runs, copies = matcher.match()
            page_offsets = offsets(text)
            found = {}
            for (start, end), (copy_start, copy_end) in zip(runs, copies):
                start, end = original_offsets[start], original_offsets[end]
                copy_start, copy_end = page_offsets[copy_start], page_offsets[copy_end]
                stretch = (end - start) / max(1, copy_end - copy_start)
                for place in touched(ranges, copy_start, copy_end):
                    first = start + (max(place[0], copy_start) - copy_start) * stretch
                    last = start + (min(place[1], copy_end) - copy_start) * stretch
                    found.setdefault(place, set()).update(touched(originals, first, last))
            for number, place in enumerate(ranges):
                sources = [{"start": a, "end": b} for a, b in sorted(found.get(place, ()))]
                links.write(json.dumps({
                    "copy": path, "sentence": number, "start": place[0], "end": place[1], "sources": sources}) + "\n")
