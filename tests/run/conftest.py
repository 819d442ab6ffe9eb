"""One Spark session for all tests of a process: starting it takes longer than most of them."""

from collections.abc import Iterator

import pytest

from tests.run.engines import SPARK_LACKS


@pytest.fixture(scope="session")
def spark() -> Iterator[object]:
    """A small Spark session, or a skip that says why there is none."""
    if SPARK_LACKS:
        pytest.skip(SPARK_LACKS)
    from dateline.run.spark.session import session

    few = {"spark.sql.shuffle.partitions": "2", "spark.driver.memory": "1g"}
    with session("local[2]", few) as running:
        yield running
