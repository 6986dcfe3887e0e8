-- Whom an article names, by kind and without the entities: who is named beside somebody is asked of this index alone.
-- `kind` is that of a named entity, '' for a bare role.

ALTER TABLE appearance ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE appearance SET kind = (SELECT iif(named, kind, '') FROM entity WHERE id = entity);
CREATE INDEX appearance_named ON appearance (article, kind, entity, mentions) WHERE kind <> '';

-- An entity that was a bare role may get a name.
CREATE TRIGGER entity_named AFTER UPDATE OF kind, named ON entity
WHEN new.named <> old.named OR new.kind <> old.kind
BEGIN
  UPDATE appearance SET kind = iif(new.named, new.kind, '') WHERE entity = new.id;
END;
