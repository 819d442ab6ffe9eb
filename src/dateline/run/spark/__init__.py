"""The stages on Apache Spark: the functions of one machine, over Arrow batches, on many.

Imported where Spark is asked for and nowhere else; needs ``pip install 'dateline[spark]'`` and
Java. See docs/decisions/0010 for what runs where and why the result is that of one machine.
"""
