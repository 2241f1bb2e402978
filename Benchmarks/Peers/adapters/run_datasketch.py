"""datasketch: MinHash of encoded strings in bulk, its LSH index, and its estimate of every candidate's similarity."""

from adapter import BANDS, ROWS, SLOTS, Clusters, arguments, batches, shingles
from datasketch import MinHash, MinHashLSH

options = arguments()
index = MinHashLSH(num_perm=SLOTS, params=(BANDS, ROWS))
clusters = Clusters(options)
sketches = []
for texts in batches(options.input):
    encoded = [[shingle.encode() for shingle in shingles(text)] for text in texts]
    clusters.grow(len(texts))
    for sketch in MinHash.bulk(encoded, num_perm=SLOTS, seed=1):
        document = len(sketches)
        for other in index.query(sketch):
            if clusters.wants(document, other) and sketches[other].jaccard(sketch) >= options.threshold:
                clusters.join(document, other)
        index.insert(document, sketch, check_duplication=False)
        sketches.append(sketch)
clusters.write()
