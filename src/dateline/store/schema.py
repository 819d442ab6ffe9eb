"""The tables of an archive.

An archive is an ordinary SQLite file that any program can read (Datasette finds the full-text index
by itself). ``PRAGMA user_version`` numbers the schema; `dateline.store.migrations` has a script for
each step, so that the file of any earlier version opens. Dates and times of Dateline's own are UTC,
ISO 8601; hashes are lower-case hexadecimal; offsets count code points of ``report.text``, half
open.

``report``    one row for each report, never changed or removed: its fields as read, and ``pieces``,
              the anatomy as JSON ``[[start, end, role], ...]`` in text order. ``name`` is the id as
              the input gave it, ``id`` the one that is unique in the archive, ``dispatch`` the id
              of the dispatch around it if it is the core of one.
``report_words``  full-text index (FTS5) of title and text.
``posting``   which reports have which n-grams, in layers (`dateline.store.postings`): ``keys`` are
              64-bit little-endian and sorted, ``reports`` 32-bit, one for each key. ``place`` is
              the number of the ``layer`` times 2³², plus the upper ``bits`` of the keys.
``version``   which dispatch each report is a version of: ``core`` is the report that the others are
              copies of as people see it, ``machine`` the one before their judgements,
              ``leader`` the report that stands for it when others are matched, ``near`` the
              leaders that it is judged against (`dateline.store.groups`). ``size`` is how many
              distinct n-grams it has, ``fresh`` how many of them count in the epoch, ``tie`` orders
              reports of one size.
``relation``  related pairs; ``a`` goes before ``b`` in the order of `dateline.store.ledger`.
              ``passages`` is JSON ``[[a_start, a_end, b_start, b_end], ...]``.
``judgement`` what people decided, by the words of the reports, so that it outlives both:
              ``about`` the ``relation`` of two reports or a finding in them (an ``edit``, a
              ``rename``, a ``speaker``, a ``place``, an ``edge``; `dateline.model.Finding`). Of a
              finding ``a_text`` and ``b_text`` are the SHA-256 of the very texts, ``a_start`` and
              ``a_span`` where it is and its words, ``machine`` what the machine had, ``value``
              what holds instead. ``a_words`` and ``b_words`` are `words_hash` of the texts.
``epoch``     the statistics that relations are judged with; ``stock`` holds sorted 64-bit keys.
``run``       the manifest: what was done with which version and settings; ``finished`` is null for
              a run that is at work or was killed. ``run_input`` says which files it read.
``input``     files that were read: the hash of their original bytes, before any decoding.
``card``      each dispatch in figures, so that a list of them costs what it shows; ``days`` is JSON
              ``{"2017-10-26": 3, ...}``. ``card_outlet`` says how many of its versions are whose,
              ``outlet`` how many reports each has, ``total`` how many dispatches there are. All
              are kept by triggers and `dateline.store.cards`; ``stale`` are cores to look at again
              before the transaction ends.
``place``     a place that reports name where they begin (`dateline.store.named`): ``key`` is its
              GeoNames id, or its folded name where the gazetteer has none; ``place_name`` its names
              as reports write them, ``report_place`` how often each report names it (0: only in
              its dateline), ``card_place`` the same of each dispatch, both as people decided
              (`dateline.store.moved_places`). ``unplaced`` are reports of
              before there were places, until a reindex.
``watch``     the last report that ``dateline watch`` has told, once it has begun, and
              ``watched_file``, the files that it has read: path, size, last change in nanoseconds.
``sheet``     coding sheets that were drawn, and ``sheet_item``, their findings with the answers;
              ``turn`` numbers the answers of a sheet as they were given, 0 where there is none.
"""

from __future__ import annotations

from dateline.store.migrations import MIGRATIONS

__all__ = ["APPLICATION", "VERSION"]

APPLICATION = 0x444C4E41  # "DLNA": what `file` and SQLite's header know an archive by
VERSION = len(MIGRATIONS)
