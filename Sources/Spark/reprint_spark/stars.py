"""Star clusters: in order of preference, a document that is similar to a kept one goes to the first such, and is kept
else. That is the lexicographically first maximal independent set of the graph of similar pairs, found in rounds."""

from pyspark.sql import functions as F

from . import sketches


def removed(spark, stage, edges, driver_edges):
    """The numbers of documents that are not kept; `edges` has (a, b), a preferred.

    In each round those are kept that have no preferred neighbour left, and their neighbours go. What is left after some
    rounds is a small part of the graph, which the driver finishes.
    """
    rest = edges.select("a", "b")
    found = None
    round_number = 0
    while (count := rest.count()) > driver_edges:
        round_number += 1
        kept = rest.select("a").distinct().join(rest.select(F.col("b").alias("a")), "a", "left_anti")
        gone = stage(rest.join(kept, "a").select("b").distinct(), f"removed-{round_number}")
        found = gone if found is None else found.union(gone)
        left = rest.join(gone, "b", "left_anti").join(gone.withColumnRenamed("b", "a"), "a", "left_anti")
        rest = stage(left.select("a", "b"), f"edges-{round_number}")
    by_driver = sketches.removed_from((row.a, row.b) for row in rest.collect()) if count else ()
    last = spark.createDataFrame([(number,) for number in sorted(by_driver)], "b long")
    return stage(last if found is None else found.union(last), "removed")


def assigned(edges, gone):
    """Removed documents with the preferred one of the kept that they are similar to: (number, kept, similarity)."""
    to_kept = edges.join(gone.select(F.col("b").alias("a")), "a", "left_anti")
    return to_kept.groupBy("b").agg(F.min("a").alias("kept"), F.min_by("similarity", "a").alias("similarity")).select(
        F.col("b").alias("number"), "kept", "similarity")


def members(leaders, copies, links):
    """All members of clusters, by documents: (kept, member, similarity), kept documents among them."""
    numbers = leaders.select("number", "document")
    of_leaders = links.join(numbers, "number").select("kept", F.col("document").alias("member"), "similarity").join(
        numbers.select(F.col("number").alias("kept"), "document"), "kept").select(
            F.col("document").alias("kept"), "member", "similarity")
    # A copy goes where its leader goes.
    leader_links = of_leaders.select(F.col("member").alias("leader"), "kept", "similarity")
    of_copies = copies.join(leader_links, "leader", "left").select(
        F.coalesce("kept", "leader").alias("kept"), F.col("document").alias("member"),
        F.coalesce("similarity", F.lit(1.0)).alias("similarity"))
    others = of_leaders.union(of_copies)
    own = others.select("kept").distinct().select("kept", F.col("kept").alias("member"), F.lit(1.0).alias("similarity"))
    return own.union(others)
