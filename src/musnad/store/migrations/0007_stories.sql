-- What articles are compared by, and the stories that they make. All of it can be made again from the readings.

-- The statistics of which all comparisons are made, taken of the whole collection at once.
CREATE TABLE epoch (id INTEGER PRIMARY KEY CHECK (id = 1), documents INTEGER NOT NULL, rules TEXT NOT NULL) STRICT;
-- In how many articles a trait stands, where in more than one. kind: words, names, places, events.
CREATE TABLE rarity (
  kind TEXT NOT NULL,
  trait TEXT NOT NULL,
  holders INTEGER NOT NULL,
  common INTEGER NOT NULL,
  PRIMARY KEY (kind, trait)
) STRICT, WITHOUT ROWID;
-- Fingerprints that tell of no copy.
CREATE TABLE common_print (number INTEGER PRIMARY KEY) STRICT;

-- A current article as it is compared: zlib of its traits as JSON, its fingerprints, the stages that read it.
-- `leads` are the numbers and times under which it is found (JSON), NULL until it was compared with all others.
CREATE TABLE compared (
  article INTEGER PRIMARY KEY REFERENCES article,
  reader INTEGER NOT NULL,
  leads TEXT,
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
CREATE TABLE print (
  number INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (number, article)
) STRICT, WITHOUT ROWID;
-- Two articles that are alike, the earlier row first.
CREATE TABLE alike (
  one INTEGER NOT NULL,
  other INTEGER NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_other ON alike (other, one, score);

-- A story: its id, the first and last day of its articles ('' where none is known), how many there are.
CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  articles INTEGER NOT NULL
) STRICT;
CREATE INDEX story_last ON story (last, key, articles);
CREATE TABLE story_article (article INTEGER PRIMARY KEY, story INTEGER NOT NULL REFERENCES story) STRICT;
CREATE INDEX story_articles ON story_article (story);
-- Under which id a story is found that was merged, split, or grew.
CREATE TABLE story_was (key TEXT PRIMARY KEY, now TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX story_now ON story_was (now);
-- Articles whose stories are to be looked at again.
CREATE TABLE story_stale (article INTEGER PRIMARY KEY) STRICT;
