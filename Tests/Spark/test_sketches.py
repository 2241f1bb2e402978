"""Tests of what needs no Spark: python3 -m unittest discover -s Tests/Spark"""

import os
import random
import struct
import sys
import unittest

SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "Spark", "reprint_spark")
# Not as a package: its other modules need Spark.
sys.path.insert(0, SOURCES)

import sketches  # noqa: E402


def packed(numbers, code):
    return struct.pack(f"<{len(numbers)}{code}", *numbers)


class SketchesTest(unittest.TestCase):
    def setUp(self):
        self.seed = int(os.environ.get("REPRINT_TEST_SEED", random.randrange(1 << 30)))
        self.random = random.Random(self.seed)

    def test_agreement_is_the_number_of_equal_slots(self):
        edges = [0, 1, 0x7FFF, 0x8000, 0x8001, 0xFFFF]
        for slots in (64, 128, 256):
            for _ in range(300):
                a = [self.random.choice(edges + [self.random.randrange(1 << 16)]) for _ in range(slots)]
                b = [x if self.random.random() < 0.7 else self.random.choice(edges) for x in a]
                found = sketches.agreement(packed(a, "H"), bytearray(packed(b, "H")))
                self.assertEqual(found, sum(x == y for x, y in zip(a, b)), self.seed)

    def test_jaccard_is_of_sets(self):
        self.assertEqual(sketches.jaccard(packed([1, 2, 3], "Q"), packed([2, 3, 4, 5], "Q")), 2 / 5)
        self.assertEqual(sketches.jaccard(packed([1 << 63], "Q"), packed([1 << 63], "Q")), 1)
        self.assertEqual(sketches.jaccard(b"", packed([1], "Q")), 0)
        self.assertEqual(sketches.jaccard(b"", b""), 0)

    def test_keys_are_signed(self):
        self.assertEqual(sketches.signed("0" * 15 + "a"), 10)
        self.assertEqual(sketches.signed("f" * 16), -1)
        self.assertEqual(sketches.signed("8" + "0" * 15), -(1 << 63))

    def test_parameters(self):
        found = sketches.Parameters(
            "version=3 shingle-words=5 slots=128 threshold=0.8 furniture=auto bands=21x6 agree=91-114")
        self.assertEqual((found.slots, found.threshold, found.floor, found.ceiling), (128, 0.8, 91, 114))

    def test_representatives(self):
        self.assertEqual(sketches.representatives_for(257), (1 << 20) // 257)
        self.assertEqual(sketches.representatives_for(1 << 20), 16)

    def test_crowded_buckets_compare_with_representatives(self):
        def sketch(value, equal):
            return packed([7] * equal + [value] * (64 - equal), "H")

        # 1 and 2 differ; 3 is like 1; 4 is like none, but there is no room for it; 5 is like 4.
        bucket = [(1, sketch(1, 40)), (2, sketch(2, 40)), (3, sketch(1, 41)), (4, sketch(4, 40)), (5, sketch(4, 40))]
        before = sketches.representatives_for
        try:
            sketches.representatives_for = lambda size: 2
            pairs = list(sketches.pairs_of_crowded(bucket, 5, 41, 60))
            self.assertEqual(pairs, [(1, 3)])
            sketches.representatives_for = lambda size: 9
            self.assertEqual(list(sketches.pairs_of_crowded(bucket, 5, 41, 60)), [(1, 3), (4, 5)])
            # A document that is like one is still compared with all.
            self.assertEqual(
                list(sketches.pairs_of_crowded(bucket, 5, 40, 60)),
                [(1, 2), (1, 3), (2, 3), (1, 4), (2, 4), (1, 5), (2, 5), (4, 5)])
        finally:
            sketches.representatives_for = before

    def test_removed_is_what_one_after_the_other_would_remove(self):
        for _ in range(200):
            count = self.random.randrange(2, 30)
            edges = {
                tuple(sorted(self.random.sample(range(count), 2))) for _ in range(self.random.randrange(3 * count))}
            neighbours = {node: {a for a, b in edges if b == node} for node in range(count)}
            kept = set()
            for node in range(count):
                if not neighbours[node] & kept:
                    kept.add(node)
            self.assertEqual(sketches.removed_from(edges), set(range(count)) - kept, self.seed)


if __name__ == "__main__":
    unittest.main()
