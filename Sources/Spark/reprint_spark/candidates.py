"""From sketches to pairs worth a comparison: the engine's stages, as joins.

Documents with the same text become one, their leader. Leaders are numbered by preference: of two, the one with the
smaller number is kept. Pairs are (a, b) with a < b.
"""

import itertools

from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

from . import sketches

PAIRS = "a long, b long"


def leaders_and_copies(stage, sketched, keep):
    """The documents that go on to be compared, and the copies of each, (document, leader)."""
    preference = ["document"] if keep == "first" else ["key", "id", "document"]
    group = Window.partitionBy("words", "hash", F.xxhash64("sketch")).orderBy(*preference)
    leaders = sketched.where("words > 0").select("document", F.first("document").over(group).alias("leader"))
    copies = stage(leaders.where("document <> leader"), "copies")
    # Written once, lest the cuts of the sorting, and the numbers with them, change from use to use.
    numbered = sketched.where("words > 0").join(copies, "document", "left_anti").orderBy(*preference).select(
        F.monotonically_increasing_id().alias("number"), "document", "sketch", "bands")
    return stage(numbered, "leaders"), copies


def candidates(spark, stage, leaders, parameters, largest):
    """The pairs of leaders that agree in a band and in enough slots overall, with their agreement.

    `largest` is the size of buckets from which on no task gets a whole one.
    """
    entries = leaders.select(F.explode("bands").alias("bucket"), "number")
    # Counted before the shuffle, so that a bucket of millions is one row of each task.
    crowded = stage(
        entries.groupBy("bucket").agg(F.count("*").alias("size")).where(F.col("size") > sketches.CROWDED), "crowded")
    usual = entries.join(crowded, "bucket", "left_anti").groupBy("bucket").agg(
        F.sort_array(F.collect_list("number")).alias("numbers")).where(F.size("numbers") > 1)
    pairs = usual.select(F.explode(F.expr("""
        flatten(transform(sequence(1, size(numbers) - 1), i ->
          transform(slice(numbers, i + 1, size(numbers)), other -> struct(numbers[i - 1] AS a, other AS b))))
        """)).alias("pair")).select("pair.a", "pair.b").distinct()
    found = agreeing(pairs, leaders, parameters)
    if not crowded.isEmpty():
        members = stage(
            entries.join(crowded, "bucket").join(leaders.select("number", "sketch"), "number"), "members")
        of_crowded = pairs_of_large(spark, members.where(F.col("size") <= largest), parameters).union(
            pairs_of_largest(spark, members.where(F.col("size") > largest), parameters))
        found = found.union(agreeing(of_crowded.distinct(), leaders, parameters)).distinct()
    return stage(found, "candidates")


def agreeing(pairs, leaders, parameters):
    """The pairs whose sketches agree in enough slots, with the number of these."""
    agreement = F.udf(sketches.agreement, T.IntegerType())
    rows = with_both(pairs, leaders.select("number", "sketch"), "number", "sketch")
    return rows.select("a", "b", agreement("sketch_a", "sketch_b").alias("agreement")).where(
        F.col("agreement") >= parameters.floor)


def with_both(pairs, table, key, value):
    """Pairs with a value of both, as `value_a` and `value_b`."""
    first = table.select(F.col(key).alias("a"), F.col(value).alias(value + "_a"))
    second = table.select(F.col(key).alias("b"), F.col(value).alias(value + "_b"))
    return pairs.join(first, "a").join(second, "b")


def pairs_of_large(spark, members, parameters):
    """The candidates of crowded buckets, each gone through by one task, in order of preference.

    A task keeps the representatives of a bucket in memory, and does no more than a million comparisons or so.
    """
    floor, ceiling = parameters.floor, parameters.ceiling

    def search(rows):
        for _, bucket in itertools.groupby(rows, lambda row: row[0]):
            first = next(bucket)
            documents = ((number, sketch) for _, _, number, sketch in itertools.chain([first], bucket))
            yield from sketches.pairs_of_crowded(documents, first[1], floor, ceiling)

    rows = members.select("bucket", "size", "number", "sketch").repartition("bucket").sortWithinPartitions(
        "bucket", "number")
    return spark.createDataFrame(rows.rdd.mapPartitions(search), PAIRS)


def pairs_of_largest(spark, members, parameters):
    """The candidates of buckets too large for a task, by all tasks together.

    Representatives are found in rounds: the next one of a bucket is the preferred document that is surely like none so
    far. Then all documents are compared with them, wherever they lie.
    """
    floor, ceiling = parameters.floor, parameters.ceiling
    sizes = {row["bucket"]: row["size"] for row in members.select("bucket", "size").distinct().collect()}
    most = {bucket: sketches.representatives_for(size) for bucket, size in sizes.items()}
    chosen = {bucket: [] for bucket in sizes}
    open_buckets = set(sizes)
    while open_buckets:
        known = spark.sparkContext.broadcast(chosen)
        wanted = spark.sparkContext.broadcast(open_buckets)

        def is_undecided(bucket, number, sketch):
            return bucket in wanted.value and all(
                number > other and sketches.agreement(its_sketch, sketch) < ceiling
                for other, its_sketch in known.value[bucket])

        undecided = members.where(F.udf(is_undecided, T.BooleanType())("bucket", "number", "sketch"))
        following = undecided.groupBy("bucket").agg(
            F.min("number").alias("number"), F.min_by("sketch", "number").alias("sketch")).collect()
        for row in following:
            chosen[row["bucket"]].append((row["number"], bytes(row["sketch"])))
        open_buckets = {row["bucket"] for row in following if len(chosen[row["bucket"]]) < most[row["bucket"]]}
    known = spark.sparkContext.broadcast(chosen)

    def compare(rows):
        for bucket, number, sketch in rows:
            for other, its_sketch in known.value[bucket]:
                if other < number and sketches.agreement(its_sketch, sketch) >= floor:
                    yield other, number

    return spark.createDataFrame(members.select("bucket", "number", "sketch").rdd.mapPartitions(compare), PAIRS)
