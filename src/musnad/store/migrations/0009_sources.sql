-- What the source graph is made of: what it keeps of every article that is compared, and from whom this article takes its
-- text (JSON). `taken` is NULL until that was found, and again when somebody else who carries the text came or went.
CREATE TABLE printing (
  article INTEGER PRIMARY KEY REFERENCES article,
  printed TEXT NOT NULL,
  taken TEXT
) STRICT;
CREATE INDEX printing_waiting ON printing (article) WHERE taken IS NULL;
