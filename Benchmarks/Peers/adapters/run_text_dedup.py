"""text-dedup: its command line as its README shows it, with the faster of its hashes; clusters from the sets it leaves."""

import os
import pickle
import shutil
import subprocess
import sys
import tempfile

from adapter import BANDS, ROWS, SHINGLE, SLOTS, arguments

options = arguments()
folder = tempfile.mkdtemp(dir=os.path.dirname(os.path.abspath(options.clusters)))
os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1", HF_HOME=f"{folder}/home")
command = {
    "path": "json", "data_files": options.input, "split": "train", "column": "text", "cache_dir": f"{folder}/cache",
    "output": f"{folder}/out", "ngram": SHINGLE, "min_length": 1, "num_perm": SLOTS, "threshold": options.threshold,
    "b": BANDS, "r": ROWS, "hash_func": "xxh3", "hash_bits": 32, "batch_size": 10000, "num_proc": 1,
}
words = [word for name, value in command.items() for word in (f"--{name}", str(value))]
try:
    subprocess.run([sys.executable, "-m", "text_dedup.minhash", *words, "--debug"], check=True, stdout=subprocess.DEVNULL)
    with open(f"{folder}/out/uf.pkl", "rb") as file:
        left = pickle.load(file)
    sets = left[0] if isinstance(left, tuple) else left
    parents = {document: sets.find(document) for document in list(sets.parent)}
finally:
    shutil.rmtree(folder)
with open(options.input, "rb") as lines, open(options.clusters, "w") as output:
    output.writelines(f"{parents.get(document, document)}\n" for document, _ in enumerate(lines))
