"""The tables of an archive, and the steps from each version of them to the next.

An archive is an ordinary SQLite file that any program can read (Datasette finds the full-text index
by itself). ``PRAGMA user_version`` numbers the schema; `MIGRATIONS` holds one script for each step,
so that the file of any earlier version opens. Dates and times of Dateline's own are UTC, ISO 8601;
hashes are lower-case hexadecimal; offsets count code points of ``report.text``, half open.

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

__all__ = ["APPLICATION", "MIGRATIONS", "VERSION"]

APPLICATION = 0x444C4E41  # "DLNA": what `file` and SQLite's header know an archive by

_VERSION_1 = """
CREATE TABLE epoch (
  number INTEGER PRIMARY KEY,
  learned TEXT NOT NULL,
  reports INTEGER NOT NULL,
  stock BLOB NOT NULL
);
INSERT INTO epoch VALUES (0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0, x'');
CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  version TEXT NOT NULL,
  settings TEXT NOT NULL,
  epoch INTEGER NOT NULL REFERENCES epoch,
  started TEXT NOT NULL,
  finished TEXT,
  read INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  known INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE input (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  UNIQUE (path, sha256)
);
CREATE TABLE run_input (
  run INTEGER NOT NULL REFERENCES run,
  input INTEGER NOT NULL REFERENCES input,
  PRIMARY KEY (run, input)
) WITHOUT ROWID;
CREATE TABLE report (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  dispatch TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  date TEXT NOT NULL,
  url TEXT NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  content TEXT NOT NULL,
  words TEXT NOT NULL,
  input INTEGER REFERENCES input,
  run INTEGER NOT NULL REFERENCES run,
  pieces TEXT NOT NULL,
  damage TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE UNIQUE INDEX report_by_content ON report (name, content);
CREATE INDEX report_by_dispatch ON report (dispatch);
CREATE INDEX report_by_words ON report (words);
CREATE VIRTUAL TABLE report_words USING fts5 (
  title, text, content = 'report', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE segment (
  number INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  sizes BLOB NOT NULL,
  fresh BLOB NOT NULL,
  ties BLOB NOT NULL,
  keys BLOB NOT NULL
);
CREATE TABLE version (
  report INTEGER PRIMARY KEY REFERENCES report,
  leader INTEGER NOT NULL REFERENCES report,
  near BLOB NOT NULL,
  machine INTEGER NOT NULL REFERENCES report,
  core INTEGER NOT NULL REFERENCES report
);
CREATE INDEX version_by_leader ON version (leader);
CREATE INDEX version_by_core ON version (core);
CREATE INDEX version_by_machine ON version (machine);
CREATE TABLE relation (
  a INTEGER NOT NULL REFERENCES report,
  b INTEGER NOT NULL REFERENCES report,
  relation TEXT NOT NULL,
  score REAL NOT NULL,
  containment_ab REAL NOT NULL,
  containment_ba REAL NOT NULL,
  passages TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX relation_by_b ON relation (b, a);
CREATE INDEX relation_copy_a ON relation (a, b) WHERE relation = 'copy';
CREATE INDEX relation_copy_b ON relation (b, a) WHERE relation = 'copy';
CREATE TABLE judgement (
  number INTEGER PRIMARY KEY,
  decision TEXT NOT NULL,
  relation TEXT NOT NULL,
  a_words TEXT NOT NULL,
  b_words TEXT NOT NULL,
  a_id TEXT NOT NULL,
  b_id TEXT NOT NULL,
  by TEXT NOT NULL,
  note TEXT NOT NULL,
  made TEXT NOT NULL,
  undone TEXT
);
CREATE INDEX judgement_by_words ON judgement (a_words, b_words);
CREATE VIEW dispatch AS
  SELECT core.dispatch AS id, core.id AS core,
    core.outlet AS outlet, core.date AS date, core.title AS title,
    count(*) AS versions, count(DISTINCT nullif(report.outlet, '')) AS outlets,
    min(nullif(report.day, '')) AS first_day, max(nullif(report.day, '')) AS last_day
  FROM version
  JOIN report ON report.number = version.report
  JOIN report AS core ON core.number = version.core
  GROUP BY version.core;
CREATE VIEW piece AS
  SELECT report.id AS report, place.key AS n,
    json_extract(place.value, '$[0]') AS start, json_extract(place.value, '$[1]') AS end,
    json_extract(place.value, '$[2]') AS role,
    substr(report.text, 1 + json_extract(place.value, '$[0]'),
      json_extract(place.value, '$[1]') - json_extract(place.value, '$[0]')) AS text
  FROM report, json_each(report.pieces) AS place;
"""

_VERSION_2 = """
CREATE TABLE card (
  core INTEGER PRIMARY KEY REFERENCES report,
  versions INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  days TEXT NOT NULL
);
CREATE INDEX card_by_versions ON card (versions DESC, core);
CREATE INDEX card_by_day ON card (last_day DESC, core);
CREATE TABLE card_outlet (
  core INTEGER NOT NULL REFERENCES report,
  outlet TEXT NOT NULL,
  reports INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (core, outlet)
) WITHOUT ROWID;
CREATE INDEX card_outlet_by_versions ON card_outlet (outlet, versions DESC, core);
CREATE INDEX card_outlet_by_day ON card_outlet (outlet, last_day DESC, core);
CREATE TABLE outlet (name TEXT PRIMARY KEY, reports INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX outlet_by_reports ON outlet (reports DESC, name);
CREATE TABLE total (dispatches INTEGER NOT NULL, several INTEGER NOT NULL);
CREATE TABLE stale (core INTEGER PRIMARY KEY);
INSERT INTO total VALUES (0, 0);
INSERT INTO stale SELECT DISTINCT core FROM version;
INSERT INTO outlet SELECT outlet, count(*) FROM report WHERE outlet <> '' GROUP BY outlet;
CREATE TRIGGER outlet_of_report AFTER INSERT ON report WHEN new.outlet <> '' BEGIN
  INSERT INTO outlet VALUES (new.outlet, 1) ON CONFLICT DO UPDATE SET reports = reports + 1;
END;
CREATE TRIGGER stale_by_new AFTER INSERT ON version BEGIN
  INSERT OR IGNORE INTO stale VALUES (new.core);
END;
CREATE TRIGGER stale_by_other AFTER UPDATE OF core ON version WHEN old.core <> new.core BEGIN
  INSERT OR IGNORE INTO stale VALUES (old.core);
  INSERT OR IGNORE INTO stale VALUES (new.core);
END;
CREATE TRIGGER stale_by_gone AFTER DELETE ON version BEGIN
  INSERT OR IGNORE INTO stale VALUES (old.core);
END;
CREATE TRIGGER total_more AFTER INSERT ON card BEGIN
  UPDATE total SET dispatches = dispatches + 1, several = several + (new.versions > 1);
END;
CREATE TRIGGER total_less AFTER DELETE ON card BEGIN
  UPDATE total SET dispatches = dispatches - 1, several = several - (old.versions > 1);
END;
"""

_VERSION_3 = """
CREATE TABLE watch (told INTEGER NOT NULL);
CREATE TABLE watched_file (
  path BLOB PRIMARY KEY,
  bytes INTEGER NOT NULL,
  modified INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX report_by_url ON report (url) WHERE url <> '';
"""

_VERSION_4 = """
CREATE TABLE sheet (
  number INTEGER PRIMARY KEY,
  seed INTEGER NOT NULL,
  size INTEGER NOT NULL,
  version TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  drawn TEXT NOT NULL
);
CREATE TABLE sheet_item (
  sheet INTEGER NOT NULL REFERENCES sheet,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  finding TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  words_a TEXT NOT NULL,
  words_b TEXT NOT NULL,
  at_a INTEGER,
  at_b INTEGER,
  answer TEXT NOT NULL,
  turn INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (sheet, n)
) WITHOUT ROWID;
"""

_VERSION_5 = """
ALTER TABLE judgement ADD COLUMN about TEXT NOT NULL DEFAULT 'relation';
ALTER TABLE judgement ADD COLUMN a_text TEXT NOT NULL DEFAULT '';
ALTER TABLE judgement ADD COLUMN b_text TEXT NOT NULL DEFAULT '';
ALTER TABLE judgement ADD COLUMN a_start INTEGER;
ALTER TABLE judgement ADD COLUMN a_span TEXT NOT NULL DEFAULT '';
ALTER TABLE judgement ADD COLUMN b_start INTEGER;
ALTER TABLE judgement ADD COLUMN b_span TEXT NOT NULL DEFAULT '';
ALTER TABLE judgement ADD COLUMN machine TEXT NOT NULL DEFAULT '';
ALTER TABLE judgement ADD COLUMN value TEXT NOT NULL DEFAULT '';
CREATE INDEX judgement_by_text ON judgement (a_text) WHERE about <> 'relation';
"""

# `dateline.store.segments` brings over what the segments hold, and drops them.
_VERSION_6 = """
ALTER TABLE version ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version ADD COLUMN fresh INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version ADD COLUMN tie INTEGER NOT NULL DEFAULT 0;
CREATE INDEX version_decided ON version (report) WHERE core <> machine;
CREATE TABLE layer (
  number INTEGER PRIMARY KEY,
  bits INTEGER NOT NULL,
  postings INTEGER NOT NULL
);
CREATE TABLE posting (
  place INTEGER PRIMARY KEY,
  keys BLOB NOT NULL,
  reports BLOB NOT NULL
);
"""

_VERSION_7 = """
CREATE TABLE place (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  gazetteer TEXT NOT NULL,
  precision INTEGER NOT NULL,
  reports INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX place_by_reports ON place (reports DESC);
CREATE TABLE place_name (
  name TEXT NOT NULL,
  place INTEGER NOT NULL REFERENCES place,
  written TEXT NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (name, place)
) WITHOUT ROWID;
CREATE INDEX place_name_by_place ON place_name (place, reports DESC, written);
CREATE TABLE report_place (
  report INTEGER NOT NULL REFERENCES report,
  place INTEGER NOT NULL REFERENCES place,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (report, place)
) WITHOUT ROWID;
CREATE TABLE card_place (
  core INTEGER NOT NULL REFERENCES report,
  place INTEGER NOT NULL REFERENCES place,
  mentions INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (core, place)
) WITHOUT ROWID;
CREATE INDEX card_place_by_versions ON card_place (place, versions DESC, core);
CREATE INDEX card_place_by_day ON card_place (place, last_day DESC, core);
CREATE TABLE unplaced (report INTEGER PRIMARY KEY);
INSERT INTO unplaced SELECT number FROM report;
"""

# The same tables: `dateline.store.moved_places` puts what people decided into the index of places.
_VERSION_8 = ""

MIGRATIONS: tuple[str, ...] = (
    _VERSION_1,
    _VERSION_2,
    _VERSION_3,
    _VERSION_4,
    _VERSION_5,
    _VERSION_6,
    _VERSION_7,
    _VERSION_8,
)
VERSION = len(MIGRATIONS)
