CREATE TABLE watch (told INTEGER NOT NULL);
CREATE TABLE watched_file (
  path BLOB PRIMARY KEY,
  bytes INTEGER NOT NULL,
  modified INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX report_by_url ON report (url) WHERE url <> '';
