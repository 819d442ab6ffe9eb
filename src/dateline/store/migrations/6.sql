-- What the segments hold is brought over by dateline.store.segments, which drops them.
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
