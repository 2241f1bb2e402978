"""rensa's one-shot duplicate flags over sketches of sampled words ("rho"), as its own README runs it.

It says of each document whether it has a duplicate, not of what, so it makes no clusters: a flagged document counts as one
that would go. It is here because it is the fastest thing that rensa does.
"""

from adapter import BANDS, SLOTS, arguments, batches
from rensa import RMinHash, RMinHashLSH

options = arguments()


def words():
    for texts in batches(options.input):
        for text in texts:
            yield text.lower().split()


sketches = RMinHash.digest_matrix_from_token_sets_rho(words(), SLOTS, 42)
flags = RMinHashLSH(options.threshold, SLOTS, BANDS).query_duplicate_flags_matrix_one_shot(sketches)
with open(options.clusters, "w") as output:
    output.writelines(f"{int(flag)}\n" for flag in flags)
