"""Spark beside one machine: the same tables, their time, memory and what is sent around."""
