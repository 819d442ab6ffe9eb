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
