-- What articles are compared by is made anew, with numbers of 32 bits for traits: smaller, and faster to compare.
-- It follows from the readings; `musnad ingest` makes it. Stories stay until then.

DELETE FROM epoch;
DELETE FROM common_print;
DELETE FROM print;
DELETE FROM alike;
DELETE FROM printing;
DROP TABLE rarity;
DROP TABLE lead;
DROP TABLE compared;

-- In how many articles a trait stands, where in more than one.
CREATE TABLE rarity (trait INTEGER PRIMARY KEY, holders INTEGER NOT NULL) STRICT;
-- Traits by which no article finds another.
CREATE TABLE common_trait (trait INTEGER PRIMARY KEY) STRICT;

-- A current article as it is compared: its traits and fingerprints, and the stages that read it. `leads` are the numbers
-- and times under which it is found (32 bits each), NULL until it was compared with all others.
CREATE TABLE compared (
  article INTEGER PRIMARY KEY REFERENCES article,
  reader INTEGER NOT NULL,
  leads BLOB,
  traits BLOB NOT NULL,
  prints BLOB NOT NULL
) STRICT;
CREATE INDEX compared_waiting ON compared (article) WHERE leads IS NULL;
CREATE TABLE lead (
  number INTEGER NOT NULL,
  time INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (number, time, article)
) STRICT, WITHOUT ROWID;
