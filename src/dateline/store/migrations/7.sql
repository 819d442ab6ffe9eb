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
