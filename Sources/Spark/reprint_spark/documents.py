"""Documents in and their sketches out: reading, and `reprint sketch` as a filter on the executors."""

import array
import base64
import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading

from pyspark import SparkFiles
from pyspark.sql import functions as F
from pyspark.sql import types as T

from .sketches import signed

# A document's number: its file in the upper bits, its place there in the lower 40. Numbers go with the input order.
PLACE_BITS = 40
PLACES = 1 << PLACE_BITS

SKETCHES = T.StructType([
    T.StructField("document", T.LongType()),
    T.StructField("id", T.StringType()),
    T.StructField("key", T.DoubleType()),
    T.StructField("words", T.LongType()),
    T.StructField("hash", T.LongType()),
    T.StructField("bands", T.ArrayType(T.LongType())),
    T.StructField("sketch", T.BinaryType()),
    T.StructField("parameters", T.StringType()),
])
SHINGLES = T.StructType([
    T.StructField("document", T.LongType()),
    T.StructField("shingles", T.BinaryType()),
])


def pipe(command, lines):
    """Runs a command with `lines` as its input and gives the lines of its output; raises an error if it fails."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, shell=isinstance(command, str))
        failures = []

        def feed():
            try:
                with process.stdin as stdin:
                    for line in lines:
                        stdin.write(line)
            except BrokenPipeError:
                pass  # the status tells why
            except BaseException as failure:
                failures.append(failure)
                process.kill()

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            yield from process.stdout
            feeder.join()
            status = process.wait()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if failures:
            raise failures[0]
        errors.seek(0)
        said = errors.read().decode(errors="replace")
        if status != 0:
            raise RuntimeError(f"{command}: ended with status {status}: {said[-2000:]}")
        sys.stderr.write(said)


class Sketcher:
    """How to call `reprint sketch`, and what to make of what it prints."""

    def __init__(self, program, arguments, paths, keep):
        self.program = program
        self.arguments = arguments
        # The names of the files, for documents without an id.
        self.paths = paths
        self.keep = keep

    def command(self, *more):
        """The command line; a program that is at no such place came along with the job (`--files`)."""
        program = self.program if os.path.exists(self.program) else SparkFiles.get(os.path.basename(self.program))
        return [program, "sketch", "-j", "1", *self.arguments, *more]

    def sketches(self, document, line):
        """A row of SKETCHES."""
        if line["id"] == f"-:{line.get('line')}":
            line["id"] = f"{self.paths[document >> PLACE_BITS]}:{document % PLACES + 1}"
        return (
            document, line["id"], preference(line, self.keep), line["words"], signed(line["hash"]),
            [signed(key) for key in line["bands"]], base64.b64decode(line["sketch"]), line["parameters"])

    def shingles(self, document, line):
        """A row of SHINGLES."""
        return document, base64.b64decode(line["shingles"])

    def sketch_records(self, rows, with_shingles):
        """Sketches rows of (document, record)."""
        documents = array.array("q")

        def records():
            for document, record in rows:
                documents.append(document)
                yield record.encode() + b"\n"

        row = self.shingles if with_shingles else self.sketches
        more = ["--shingles"] if with_shingles else []
        for line in pipe(self.command("--input-format", "jsonl", *more, "-"), records()):
            line = json.loads(line)
            yield row(documents[line["line"] - 1], line)

    def sketch_files(self, files, with_shingles, fetch):
        """Sketches rows of (number, path), each a web archive, or what `fetch` makes of its path."""
        row = self.shingles if with_shingles else self.sketches
        more = ["--shingles"] if with_shingles else []
        for number, path in files:
            if fetch:
                content = pipe(fetch.replace("{}", path), [])
                lines = pipe(self.command("--input-format", "warc", *more, "-"), content)
            else:
                lines = pipe(self.command("--input-format", "warc", *more, path), [])
            for place, line in enumerate(lines):
                yield row(number * PLACES + place, json.loads(line))


def preference(line, keep):
    """What the order of preference goes by first: smaller is preferred."""
    if keep == "longest":
        return -float(line["words"])
    if keep == "first":
        return 0.0
    seconds = line.get("published")
    return float("inf") if seconds is None else float(seconds) if keep == "oldest" else -float(seconds)


class Dump:
    """Documents of Parquet or JSON Lines, numbered in input order: by file names, and by rows or lines within."""

    def __init__(self, spark, format, paths, fields):
        self.spark = spark
        self.format = format
        if format == "parquet":
            self.table = spark.read.parquet(*paths)
            places = self.table.select(F.col("_metadata.file_path").alias("path"), F.lit(0).cast("long").alias("start"))
        else:
            self.table = spark.read.option("lineSep", "\n").text(paths)
            places = self.table.select(
                F.col("_metadata.file_path").alias("path"), F.col("_metadata.file_block_start").alias("start"))
        # Files are cut into blocks anyhow; where each starts among the lines of its file is counted first.
        counts = sorted(tuple(row) for row in places.groupBy("path", "start").count().collect())
        self.paths, starts = [], []
        for path, blocks in itertools.groupby(counts, lambda count: count[0]):
            first = len(self.paths) * PLACES
            self.paths.append(path.removeprefix("file://"))
            for _, start, count in blocks:
                starts.append((path, start, first))
                first += count
        self.starts = spark.createDataFrame(starts, "path string, start long, first long")
        self.fields = fields

    def records(self):
        """All documents: `document`, and `record`, a JSON object with the fields that the engine knows."""
        if self.format == "parquet":
            columns = [F.col(name).alias(field) for field, name in self.fields.items() if self.has(name)]
            return self.numbered_rows().select("document", F.to_json(F.struct(*columns)).alias("record"))
        rows = self.table.select(
            F.col("_metadata.file_path").alias("path"), F.col("_metadata.file_block_start").alias("start"), "value")
        blocks = rows.join(F.broadcast(self.starts), ["path", "start"]).select("first", "value")
        return blocks.rdd.mapPartitions(number_lines).toDF("document long, record string")

    def numbered_rows(self):
        """The rows of Parquet files, with `document`."""
        rows = self.table.select("*", F.col("_metadata.file_path").alias("path"), "_metadata.row_index")
        starts = F.broadcast(self.starts.select("path", "first"))
        return rows.join(starts, "path").withColumn("document", F.col("first") + F.col("row_index")).drop(
            "path", "first", "row_index")

    def has(self, name):
        """Whether the table has a column; a dot leads into nested ones."""
        schema = self.table.schema
        for part in name.split("."):
            if not isinstance(schema, T.StructType) or part not in schema.names:
                return False
            schema = schema[part].dataType
        return True


def number_lines(rows):
    """Numbers the lines of blocks, given with the number of each block's first line."""
    for first, block in itertools.groupby(rows, lambda row: row[0]):
        for place, (_, line) in enumerate(block):
            if place == 0 and first % PLACES == 0:
                line = line.removeprefix("\ufeff")
            yield first + place, line
