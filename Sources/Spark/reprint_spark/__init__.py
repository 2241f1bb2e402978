"""Near-duplicates in dumps of any size: `reprint sketch` on the executors, the search in DataFrames."""
