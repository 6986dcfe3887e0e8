-- Documents, their versions and captures, what was read out of them, and what was rejected.
-- Unknown days are '' so that they have one place in every order; spans are code points of the text.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE publisher (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- One combination of stage digests.
CREATE TABLE reader (id INTEGER PRIMARY KEY, digests TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE document (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE) STRICT;

-- A version of a document. `current` is 1 for the one that stands there as far as we know.
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL REFERENCES document,
  version TEXT NOT NULL,
  input TEXT,
  publisher INTEGER REFERENCES publisher,
  day TEXT NOT NULL,
  basis TEXT NOT NULL,
  title TEXT,
  url TEXT,
  characters INTEGER NOT NULL,
  current INTEGER NOT NULL,
  seen TEXT NOT NULL,
  reader INTEGER NOT NULL REFERENCES reader,
  UNIQUE (document, version)
) STRICT;
CREATE INDEX article_day ON article (current, day, id, publisher);
CREATE INDEX article_held ON article (current, publisher, day, seen);
CREATE INDEX article_reader ON article (reader);
CREATE INDEX article_version ON article (version);

-- zlib: the text, and its reading in the public JSON form without the text.
CREATE TABLE body (article INTEGER PRIMARY KEY REFERENCES article, text BLOB NOT NULL, reading BLOB NOT NULL) STRICT;

CREATE TABLE capture (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  retrieved_at TEXT NOT NULL,
  url TEXT NOT NULL,
  raw_hash TEXT NOT NULL,
  UNIQUE (article, raw_hash, retrieved_at, url)
) STRICT;
CREATE INDEX capture_raw ON capture (raw_hash);
CREATE TABLE raw (hash TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;

-- What was already taken in, by the hash of its bytes and of what the caller said of it.
CREATE TABLE item (hash BLOB PRIMARY KEY, article INTEGER REFERENCES article) STRICT, WITHOUT ROWID;
CREATE INDEX item_article ON item (article);

CREATE TABLE rejection (
  id INTEGER PRIMARY KEY,
  item BLOB,
  source TEXT NOT NULL,
  input TEXT,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  UNIQUE (source, input, reason, detail)
) STRICT;

-- What was taken down; it is never taken in again. `versions` is JSON.
CREATE TABLE tombstone (
  document TEXT PRIMARY KEY,
  url TEXT,
  publisher TEXT,
  versions TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
