-- What questions are asked of. All of it can be made again from the readings; ids are kept while a fact is kept.

-- Whom or what: by id of the knowledge base, else by kind and folded name. `named` is 0 for bare roles.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  named INTEGER NOT NULL
) STRICT;
CREATE TABLE alias (
  id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entity,
  name TEXT NOT NULL,
  latin TEXT NOT NULL,
  UNIQUE (entity, name, latin)
) STRICT;

-- An entity in an article: the form of its name, how often, and where first.
CREATE TABLE appearance (
  entity INTEGER NOT NULL REFERENCES entity,
  article INTEGER NOT NULL REFERENCES article,
  alias INTEGER NOT NULL REFERENCES alias,
  mentions INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (entity, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_article ON appearance (article);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article,
  fact TEXT NOT NULL,
  day TEXT NOT NULL,
  said TEXT,
  form TEXT NOT NULL,
  denial INTEGER NOT NULL,
  stance TEXT NOT NULL,
  medium TEXT NOT NULL,
  speaker INTEGER REFERENCES entity,
  speaker_name TEXT,
  addressee INTEGER REFERENCES entity,
  cue_start INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  content TEXT NOT NULL,
  parent TEXT,
  rule TEXT NOT NULL,
  UNIQUE (article, fact)
) STRICT;
CREATE INDEX statement_day ON statement (day, id, article);
CREATE INDEX statement_speaker ON statement (speaker, day, id, article);
CREATE INDEX statement_fact ON statement (fact);

CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article,
  fact TEXT NOT NULL,
  day TEXT NOT NULL,
  date TEXT,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  place INTEGER REFERENCES entity,
  place_name TEXT,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (article, fact)
) STRICT;
CREATE INDEX event_day ON event (day, id, article);
CREATE INDEX event_type ON event (type, day, id, article);
CREATE INDEX event_fact ON event (fact);
CREATE INDEX event_place ON event (place, day, id);

-- side: 0 actor, 1 recipient
CREATE TABLE participant (
  event INTEGER NOT NULL REFERENCES event,
  side INTEGER NOT NULL,
  position INTEGER NOT NULL,
  entity INTEGER REFERENCES entity,
  name TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  country TEXT,
  sector TEXT,
  PRIMARY KEY (event, side, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_entity ON participant (entity, side, event);

-- The hands of a chain. kind: 0 the article's own tail (fact = article), 1 a statement, 2 an event.
CREATE TABLE hand (
  kind INTEGER NOT NULL,
  fact INTEGER NOT NULL,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity,
  name TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  basis TEXT NOT NULL,
  unnamed INTEGER NOT NULL,
  PRIMARY KEY (kind, fact, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_entity ON hand (entity, kind, fact);

CREATE TABLE time (
  article INTEGER NOT NULL REFERENCES article,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL,
  value TEXT,
  first TEXT,
  last TEXT,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX time_first ON time (first, article);
