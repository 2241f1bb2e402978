"""Clusters the near-duplicates of a dump with Spark: `spark-submit cluster.py INPUT ... --output CLUSTERS`.

INPUT is Parquet, JSON Lines, or lists of web archives (a path a line). Documents are sketched by `reprint sketch` on the
executors; candidates, verification and clusters are joins of DataFrames. The clusters are those of `reprint cluster
--furniture page`, whatever the number of partitions. Every stage is written to a directory that all executors share, so
what a lost executor did is never done wrongly, and hardly ever again.
"""

import argparse
import os
import shutil
import sys
import tempfile

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from reprint_spark import candidates, documents, sketches, stars  # noqa: E402


def arguments(words=None):
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="cluster.py", description="Clusters near-duplicates with Spark, as `reprint cluster` does.")
    add = parser.add_argument
    add("input", nargs="+", help="files, directories or patterns of one format; lists of paths for warc")
    add("--output", required=True, help="directory for the clusters, as Parquet")
    add("--deduplicated", help="directory for the input without what was removed, in its own format")
    add("--format", choices=["parquet", "jsonl", "warc"], default="parquet", help="of the input (default: parquet)")
    add("--verify", choices=["exact", "estimate"], default="exact",
        help="exact: by shingles, which takes a second pass over the input; estimate: by sketches")
    add("--reprint", default="reprint", help="the program, a path on the executors or a name given to --files")
    add("--work", help="directory for stages, shared by all executors (default: OUTPUT.work)")
    add("--fetch", help="command that prints a web archive, uncompressed; {} stands for its path")
    add("--threshold", "-t", default="0.8")
    add("--shingle-words", "-k", default="5")
    add("--slots", default="128")
    add("--keep", choices=["longest", "first", "oldest", "newest"], default="longest")
    add("--furniture", choices=["page", "keep"], default="page")
    for name in FIELDS:
        add(f"--{name}-field", default=name, metavar="NAME")
    add("--largest-bucket", type=int, default=1 << 16, help="documents of a bucket that one task goes through")
    add("--driver-edges", type=int, default=1 << 20, help="similar pairs that the driver finishes clusters with")
    options = parser.parse_args(words)
    if options.deduplicated and options.format == "warc":
        parser.error("--deduplicated is for parquet and jsonl")
    return options


FIELDS = ["text", "html", "id", "url", "site", "published"]


class Job:
    """A run: the session, and the directory where its stages lie."""

    def __init__(self, options):
        self.options = options
        self.spark = SparkSession.builder.appName("reprint").getOrCreate()
        self.spark.conf.set("spark.sql.session.timeZone", "UTC")
        self.work = options.work or options.output.rstrip("/") + ".work"
        # Executors fetch it from the driver, whenever they start; with --py-files they have it.
        self.archive = tempfile.TemporaryDirectory()
        if os.path.isdir(os.path.join(HERE, "reprint_spark")):
            name = os.path.join(self.archive.name, "reprint_spark")
            self.spark.sparkContext.addPyFile(shutil.make_archive(name, "zip", HERE, "reprint_spark"))

    def stage(self, frame, name):
        """Writes a stage, and goes on from what was written."""
        path = f"{self.work}/{name}"
        frame.write.mode("overwrite").parquet(path)
        return self.spark.read.parquet(path)

    def sketcher(self, paths):
        options = self.options
        words = ["-t", options.threshold, "-k", options.shingle_words, "--slots", options.slots]
        words += ["--furniture", options.furniture]
        if options.format == "jsonl":
            words += [word for name in FIELDS for word in (f"--{name}-field", getattr(options, f"{name}_field"))]
        return documents.Sketcher(options.reprint, words, paths, options.keep)

    def open(self):
        """Finds the input, and how to sketch it."""
        options, context = self.options, self.spark.sparkContext
        if options.format == "warc":
            paths = [line for line in context.textFile(",".join(options.input)).collect() if line.strip()]
            self.dump = None
            self.archives = context.parallelize(list(enumerate(paths)), max(1, len(paths)))
        else:
            fields = {name: getattr(options, f"{name}_field") for name in FIELDS}
            self.dump = documents.Dump(self.spark, options.format, options.input, fields)
            paths = self.dump.paths
        self.program = self.sketcher(paths)

    def sketched(self, wanted=None):
        """The sketches of all documents, or the shingles of those wanted."""
        program, fetch, with_shingles = self.program, self.options.fetch, wanted is not None
        if self.dump:
            records = self.dump.records()
            if with_shingles:
                records = records.join(wanted, "document", "left_semi")
            rows = records.rdd.mapPartitions(lambda rows: program.sketch_records(rows, with_shingles))
        else:
            rows = self.archives.mapPartitions(lambda files: program.sketch_files(files, with_shingles, fetch))
        frame = self.spark.createDataFrame(rows, documents.SHINGLES if with_shingles else documents.SKETCHES)
        # Of archives all shingles are made; the others are let go here.
        return frame.join(wanted, "document", "left_semi") if with_shingles and not self.dump else frame

    def parameters(self, sketched):
        """What all sketches were made with; none if there are none."""
        found = [row[0] for row in sketched.select("parameters").distinct().collect()]
        if len(found) > 1:
            raise SystemExit(f"executors have different versions of reprint: {found}")
        return sketches.Parameters(found[0]) if found else None

    def verified(self, pairs, leaders, parameters):
        """Similar pairs: (a, b, similarity)."""
        if self.options.verify == "estimate":
            similar = pairs.select("a", "b", (F.col("agreement") / parameters.slots).alias("similarity"))
        else:
            numbers = leaders.select("number", "document")
            ends = pairs.select(F.col("a").alias("number")).union(pairs.select("b")).distinct()
            wanted = self.stage(numbers.join(ends, "number"), "wanted")
            shingles = self.stage(self.sketched(wanted.select("document")), "shingles").join(wanted, "document")
            jaccard = F.udf(sketches.jaccard, T.DoubleType())
            both = candidates.with_both(pairs.select("a", "b"), shingles, "number", "shingles")
            similar = both.select("a", "b", jaccard("shingles_a", "shingles_b").alias("similarity"))
        return self.stage(similar.where(F.col("similarity") >= parameters.threshold), "similar")

    def run(self):
        options, stage = self.options, self.stage
        self.open()
        sketched = stage(self.sketched(), "sketches")
        parameters = self.parameters(sketched)
        members = None
        if parameters:
            leaders, copies = candidates.leaders_and_copies(stage, sketched, options.keep)
            pairs = candidates.candidates(self.spark, stage, leaders, parameters, options.largest_bucket)
            edges = self.verified(pairs, leaders, parameters)
            gone = stars.removed(self.spark, stage, edges, options.driver_edges)
            members = stage(stars.members(leaders, copies, stars.assigned(edges, gone)), "members")
            self.write(members, sketched)
        else:
            self.write(self.spark.createDataFrame([], "kept long, member long, similarity double"), sketched)
        if "://" not in self.work:
            shutil.rmtree(self.work, ignore_errors=True)

    def write(self, members, sketched):
        """The clusters, numbered in the input order of the kept documents; and what is left of the input."""
        kept = members.select("kept").distinct().orderBy("kept")
        numbers = self.spark.createDataFrame(
            kept.rdd.zipWithIndex().map(lambda row: (row[0][0], row[1] + 1)), "kept long, cluster long")
        names = sketched.select("document", "id")
        rows = members.join(numbers, "kept").join(
            names.select(F.col("document").alias("kept"), F.col("id").alias("keep")), "kept").join(
                names.select(F.col("document").alias("member"), F.col("id").alias("member_id")), "member")
        rows.select(
            "cluster", "keep", F.col("member_id").alias("member"), "similarity",
            F.lit(self.options.verify == "estimate").alias("estimated")).write.mode("overwrite").parquet(
                self.options.output)
        if self.options.deduplicated:
            removed = members.where("kept <> member").select(F.col("member").alias("document"))
            if self.options.format == "parquet":
                left = self.dump.numbered_rows().join(removed, "document", "left_anti").drop("document")
                left.write.mode("overwrite").parquet(self.options.deduplicated)
            else:
                left = self.dump.records().join(removed, "document", "left_anti").select("record")
                left.write.mode("overwrite").option("lineSep", "\n").text(self.options.deduplicated)


if __name__ == "__main__":
    Job(arguments()).run()
