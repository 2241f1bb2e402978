"""FastSketchLSH: fast similarity sketches of Python strings, its LSH index, and the share of equal slots."""

import numpy
from adapter import BANDS, SLOTS, Clusters, arguments, batches, shingles
from FastSketchLSH import LSH, FastSimilaritySketch

options = arguments()
sketcher = FastSimilaritySketch(size=SLOTS, seed=42)
clusters = Clusters(options)
made = []
for texts in batches(options.input):
    made.append(numpy.asarray(sketcher.batch([shingles(text) for text in texts])))
    clusters.grow(len(texts))
sketches = numpy.concatenate(made)
index = LSH(num_perm=SLOTS, num_bands=BANDS)
index.insert(sketches)
for document in range(len(sketches)):
    for other in map(int, index.query(sketches[document])):
        if other < document and clusters.wants(document, other):
            if (sketches[document] == sketches[other]).mean() >= options.threshold:
                clusters.join(document, other)
clusters.write()
