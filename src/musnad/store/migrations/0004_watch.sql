-- Saved questions: what was added behind `mark`, a row of the table that is asked for, is new.
CREATE TABLE watch (name TEXT PRIMARY KEY, question TEXT NOT NULL, mark INTEGER NOT NULL) STRICT, WITHOUT ROWID;
