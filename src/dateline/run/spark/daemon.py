"""The parent of Spark's Python workers: it has what they need, so that each is ready when forked.

Importing numba and Dateline takes longer than many a task.
"""

import numba  # noqa: F401
from pyspark.daemon import manager

import dateline.run.spark.proposing
import dateline.run.spark.relating  # noqa: F401

if __name__ == "__main__":
    manager()
