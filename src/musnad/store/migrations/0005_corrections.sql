-- What analysts decided. Subjects are ids that survive every re-reading: of facts, versions, documents, entities.
CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_subject ON correction (subject, kind, undone);
CREATE INDEX correction_text ON correction (kind, text, subject, undone);

-- The entity for which this one stands; none where it stands for itself.
ALTER TABLE entity ADD COLUMN same INTEGER REFERENCES entity;
CREATE INDEX entity_same ON entity (coalesce(same, id));
