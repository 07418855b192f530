-- Named people who may read a release before it is published, from its approval on.
CREATE TABLE early_readers (
  draft_id TEXT NOT NULL REFERENCES drafts (draft_id),
  user_id TEXT NOT NULL REFERENCES users (user_id),
  number INTEGER NOT NULL CHECK (number > 0),
  named_by TEXT NOT NULL REFERENCES users (user_id),
  named_at TEXT NOT NULL,
  ended_by TEXT REFERENCES users (user_id),
  ended_at TEXT,
  PRIMARY KEY (draft_id, user_id, number),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);

CREATE UNIQUE INDEX one_early_reading ON early_readers (draft_id, user_id) WHERE ended_at IS NULL;

CREATE TRIGGER early_readers_role BEFORE INSERT ON early_readers
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'reader'
                 WHERE u.user_id = NEW.user_id AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'reader-role'); END;

CREATE TRIGGER early_readers_named BEFORE INSERT ON early_readers
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'publisher'
                 WHERE u.user_id = NEW.named_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'publisher-role'); END;

CREATE TRIGGER early_readers_approved BEFORE INSERT ON early_readers
WHEN NOT EXISTS (SELECT 1 FROM drafts d JOIN approvals a ON a.draft_id = d.draft_id WHERE d.draft_id = NEW.draft_id AND d.superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'not-approved'); END;

CREATE TRIGGER early_readers_unpublished BEFORE INSERT ON early_readers
WHEN EXISTS (SELECT 1 FROM publications WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER early_readers_once BEFORE INSERT ON early_readers
WHEN EXISTS (SELECT 1 FROM early_readers WHERE draft_id = NEW.draft_id AND user_id = NEW.user_id AND (ended_at IS NULL OR number >= NEW.number))
BEGIN SELECT RAISE(ABORT, 'named-already'); END;

CREATE TRIGGER early_readers_forward BEFORE UPDATE ON early_readers
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.draft_id IS NOT OLD.draft_id OR NEW.user_id IS NOT OLD.user_id
  OR NEW.number IS NOT OLD.number OR NEW.named_by IS NOT OLD.named_by OR NEW.named_at IS NOT OLD.named_at
BEGIN SELECT RAISE(ABORT, 'early-forward'); END;

CREATE TRIGGER early_readers_kept BEFORE DELETE ON early_readers
BEGIN SELECT RAISE(ABORT, 'early-kept'); END;

-- Who may read what now: named, approved, neither superseded nor published nor held.
CREATE VIEW early_readings AS
  SELECT e.user_id, d.draft_id FROM early_readers e JOIN drafts d ON d.draft_id = e.draft_id
  WHERE e.ended_at IS NULL AND d.superseded_at IS NULL
    AND EXISTS (SELECT 1 FROM approvals a WHERE a.draft_id = d.draft_id)
    AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.draft_id = d.draft_id)
    AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.release_id = d.release_id AND h.lifted_at IS NULL);
