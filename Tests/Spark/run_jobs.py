"""Runs several jobs in one Spark session: run_jobs.py JOBS, a file with a list of command lines of cluster.py.

Prints the clusters of each job as JSON Lines into OUTPUT.ndjson beside its output.
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "Spark"))

import cluster  # noqa: E402

with open(sys.argv[1]) as jobs:
    for words in json.load(jobs):
        if words[0] == "parquet":  # ["parquet", JSON Lines, directory, partitions]: makes a table to read
            spark = cluster.SparkSession.builder.appName("reprint").getOrCreate()
            spark.read.json(words[1]).repartition(int(words[3])).write.mode("overwrite").parquet(words[2])
            # The rows in the order of the files, for whoever wants to compare.
            rows = spark.read.parquet(words[2]).select("*", "_metadata.file_path", "_metadata.row_index")
            with open(words[2] + ".jsonl", "w") as file:
                for row in sorted(rows.toJSON().map(json.loads).collect(), key=lambda row: (
                        row.pop("file_path"), row.pop("row_index"))):
                    file.write(json.dumps(row) + "\n")
            continue
        if words[0] == "partitions":
            spark = cluster.SparkSession.builder.appName("reprint").getOrCreate()
            spark.conf.set("spark.sql.shuffle.partitions", words[1])
            spark.conf.set("spark.sql.files.maxPartitionBytes", words[2])
            continue
        job = cluster.Job(cluster.arguments(words))
        job.run()
        with open(job.options.output + ".ndjson", "w") as file:
            for row in job.spark.read.parquet(job.options.output).collect():
                file.write(json.dumps(row.asDict()) + "\n")
