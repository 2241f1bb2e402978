"""gaoya: texts go in as they are; its own analyser makes words and shingles, and queries keep what it estimates similar."""

from adapter import BANDS, BATCH, ROWS, SHINGLE, Clusters, arguments, batches
from gaoya.minhash import MinHashStringIndex

options = arguments()
index = MinHashStringIndex(32, options.threshold, BANDS, ROWS, None, "word", True, (SHINGLE, SHINGLE), "vec")
clusters = Clusters(options)
kept = []
for texts in batches(options.input):
    index.par_bulk_insert_docs(list(range(len(kept), len(kept) + len(texts))), texts)
    kept += texts
clusters.grow(len(kept))
for start in range(0, len(kept), BATCH):
    for document, others in enumerate(index.par_bulk_query(kept[start:start + BATCH]), start):
        for other in others:
            if other < document:
                clusters.join(document, other)
clusters.write()
