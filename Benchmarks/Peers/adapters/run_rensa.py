"""rensa: R-MinHash of Python strings, its LSH index, and its estimate of every candidate's similarity."""

from adapter import BANDS, BATCH, SLOTS, Clusters, arguments, batches, shingles
from rensa import RMinHash, RMinHashLSH

options = arguments()
index = RMinHashLSH(options.threshold, SLOTS, BANDS)
clusters = Clusters(options)
sketches = []
for texts in batches(options.input):
    made = RMinHash.from_token_sets([shingles(text) for text in texts], SLOTS, 42)
    index.insert_many(made, len(sketches))
    sketches += made
clusters.grow(len(sketches))
for start in range(0, len(sketches), BATCH):
    for document, others in enumerate(index.query_all(sketches[start:start + BATCH]), start):
        for other in others:
            if other < document and clusters.wants(document, other):
                if sketches[document].jaccard(sketches[other]) >= options.threshold:
                    clusters.join(document, other)
clusters.write()
