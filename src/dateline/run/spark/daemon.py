"""The parent of Spark's Python workers: it has what they need, so that each is ready when forked.

Importing all that and loading kernels takes longer than many a task.
"""

import numpy as np
import pyspark.worker  # noqa: F401
from pyspark.daemon import manager

import dateline.run.spark.proposing
import dateline.run.spark.relating  # noqa: F401
from dateline.match.background import learn
from dateline.match.find import proposed
from dateline.match.sketch import sketch
from dateline.run.spark.sketching import rows_of

if __name__ == "__main__":
    _some = sketch(f"Three reports with the same six words, and {n} more" for n in "abc")
    proposed(_some, learn(_some), 0.3, False)
    list(rows_of(np.arange(len(_some)), _some))
    manager()
