"""One Spark session for all tests of a process: starting it takes longer than most of them."""

from collections.abc import Iterator

import pytest

from tests.run.engines import SPARK_LACKS

# What makes large jobs fast (compiling queries, planning them anew as they run) makes these slow.
SMALL = {
    "spark.driver.memory": "1g",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.adaptive.enabled": "false",
}


@pytest.fixture(scope="session")
def spark() -> Iterator[object]:
    """A small Spark session, or a skip that says why there is none."""
    if SPARK_LACKS:
        pytest.skip(SPARK_LACKS)
    from dateline.run.spark.session import session

    with session("local[2]", SMALL) as running:
        yield running
