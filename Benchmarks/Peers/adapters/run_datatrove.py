"""datatrove: its four steps in one process each after the other, with the words of the other libraries."""

import glob
import os
import shutil
import struct
import tempfile

from adapter import BANDS, ROWS, SHINGLE, WORD, arguments
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.pipeline.readers import JsonlReader
from datatrove.utils.hashing import HashConfig
from datatrove.utils.word_tokenizers import WordTokenizer


class PlainWords(WordTokenizer):
    """Runs of letters and digits in lower case."""

    def word_tokenize(self, text):
        return WORD.findall(text.lower())

    def sent_tokenize(self, text):
        return [text]

    def span_tokenize(self, text):
        return [(0, len(text))]


def run(name, *steps, tasks=1):
    LocalPipelineExecutor(list(steps), tasks=tasks, workers=1, logging_dir=f"{folder}/log-{name}").run()


options = arguments()
folder = tempfile.mkdtemp(dir=os.path.dirname(os.path.abspath(options.clusters)))
try:
    config = MinhashConfig(
        n_grams=SHINGLE, num_buckets=BANDS, hashes_per_bucket=ROWS, hash_config=HashConfig(precision=64))
    reader = JsonlReader(os.path.dirname(options.input), glob_pattern=os.path.basename(options.input))
    run("sign", reader, MinhashDedupSignature(f"{folder}/signatures", config, language=PlainWords()))
    run("bucket", MinhashDedupBuckets(f"{folder}/signatures", f"{folder}/buckets", config=config), tasks=BANDS)
    run("cluster", MinhashDedupCluster(f"{folder}/buckets", f"{folder}/out", config=config, save_cluster_id=True))
    clusters = {}
    for path in glob.glob(f"{folder}/out/*.clusters"):
        with open(path, "rb") as file:
            clusters.update(struct.iter_unpack("<II", file.read()))
finally:
    shutil.rmtree(folder)
with open(options.input, "rb") as lines, open(options.clusters, "w") as output:
    output.writelines(f"c{clusters[i]}\n" if i in clusters else f"{i}\n" for i, _ in enumerate(lines))
