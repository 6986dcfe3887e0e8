-- Which entities of all articles are one. `entity.same` is the table of today; `identity` keeps what it was before.

ALTER TABLE entity ADD COLUMN matched INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entity_unmatched ON entity (id) WHERE matched = 0;

-- Bare words that no article mentions as somebody are no people.
UPDATE entity SET named = 0 WHERE kind = 'person' AND instr(key, ':') AND id NOT IN (SELECT entity FROM appearance);

-- Hashes of the keys of names: only entities that share one are compared.
CREATE TABLE name_key (
  key INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (key, entity)
) STRICT, WITHOUT ROWID;

-- What the names of two entities are to each other. verdict: 1 the same, 0 perhaps, -1 different.
CREATE TABLE likeness (
  one INTEGER NOT NULL REFERENCES entity,
  two INTEGER NOT NULL REFERENCES entity,
  verdict INTEGER NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (one, two)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_two ON likeness (two, one);

-- Every state of the table that differed from the one before: when, by which rules, how many were joined and parted.
CREATE TABLE identity_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  rules TEXT NOT NULL,
  joined INTEGER NOT NULL,
  parted INTEGER NOT NULL
) STRICT;

-- An entity stands for another one from one version of the table up to, not including, another one.
CREATE TABLE identity (
  entity INTEGER NOT NULL REFERENCES entity,
  same INTEGER NOT NULL REFERENCES entity,
  since INTEGER NOT NULL REFERENCES identity_version,
  until INTEGER REFERENCES identity_version,
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (entity, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_now ON identity (entity) WHERE until IS NULL;
