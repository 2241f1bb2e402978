"""What is computed of sketches and of small graphs: no Spark in here, so that it can be tested by itself."""

import functools

# When a bucket is crowded, and how much is compared then: as in the engine (`CandidateSearch.Limits`).
CROWDED = 256
COMPARISONS = 1 << 20
FEWEST_REPRESENTATIVES = 16


class Parameters:
    """What sketches were made with, from the words that each of them carries."""

    def __init__(self, text):
        self.text = text
        values = dict(word.split("=", 1) for word in text.split())
        self.slots = int(values["slots"])
        self.threshold = float(values["threshold"])
        self.floor, self.ceiling = (int(number) for number in values["agree"].split("-"))


def signed(digits):
    """A 64-bit number in hexadecimal digits, as Spark's long integers hold it."""
    number = int(digits, 16)
    return number - (1 << 64) if number >> 63 else number


@functools.lru_cache(maxsize=None)
def _masks(size):
    """The low 15 bits of every slot in so many bytes, and the highest bit."""
    return int.from_bytes(b"\xff\x7f" * (size // 2), "little"), int.from_bytes(b"\x00\x80" * (size // 2), "little")


def agreement(a, b):
    """In how many slots two sketches agree: all at once, by arithmetic on long integers."""
    low, high = _masks(len(a))
    differing = int.from_bytes(a, "little") ^ int.from_bytes(b, "little")
    # The sum has the highest bit of a slot set where any bit below it is; no slot carries into the next.
    return len(a) // 2 - (((differing & low) + low | differing) & high).bit_count()


def jaccard(a, b):
    """The exact similarity of two sets of shingle hashes, eight bytes each; 0 where one is empty."""
    a, b = set(memoryview(a).cast("Q")), set(memoryview(b).cast("Q"))
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared) if a and b else 0.0


def representatives_for(size):
    """With how many representatives the documents of a crowded bucket are compared."""
    return max(FEWEST_REPRESENTATIVES, COMPARISONS // size)


def pairs_of_crowded(bucket, size, floor, ceiling):
    """The candidates of a crowded bucket: every document with the representatives before it.

    `bucket` has (number, sketch), the preferred first, and is gone through once. A document that is surely like no
    representative becomes one itself, while there is room.
    """
    most = representatives_for(size)
    chosen = []
    for number, sketch in bucket:
        is_alike = False
        for other, its_sketch in chosen:
            agreeing = agreement(its_sketch, sketch)
            if agreeing >= floor:
                yield other, number
                is_alike = is_alike or agreeing >= ceiling
        if not is_alike and len(chosen) < most:
            chosen.append((number, sketch))


def removed_from(edges, removed=()):
    """The documents that are not kept, among those that edges (preferred, other) join.

    Goes through the documents in order of preference; what is similar to a kept one is removed.
    """
    removed = set(removed)
    for preferred, other in sorted(edges):
        if preferred not in removed:
            removed.add(other)
    return removed
