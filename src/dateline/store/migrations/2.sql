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
