-- The protection officer holds a release: nothing of it is published until the hold is lifted. Reasons are encrypted, since they may speak of what is hidden.
CREATE TABLE holds (
  hold_id INTEGER NOT NULL PRIMARY KEY,
  release_id TEXT NOT NULL,
  reason BLOB NOT NULL,
  held_by TEXT NOT NULL REFERENCES users (user_id),
  held_at TEXT NOT NULL,
  lifted_by TEXT REFERENCES users (user_id),
  lifted_at TEXT,
  CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);

CREATE UNIQUE INDEX one_hold ON holds (release_id) WHERE lifted_at IS NULL;

CREATE TRIGGER holds_by_officer BEFORE INSERT ON holds
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'officer'
                 WHERE u.user_id = NEW.held_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'officer-role'); END;

CREATE TRIGGER holds_unpublished BEFORE INSERT ON holds
WHEN EXISTS (SELECT 1 FROM publications WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER holds_once BEFORE INSERT ON holds
WHEN NEW.lifted_at IS NOT NULL OR EXISTS (SELECT 1 FROM holds WHERE hold_id = NEW.hold_id OR (release_id = NEW.release_id AND lifted_at IS NULL))
BEGIN SELECT RAISE(ABORT, 'held-already'); END;

CREATE TRIGGER holds_forward BEFORE UPDATE ON holds
WHEN OLD.lifted_at IS NOT NULL OR NEW.hold_id IS NOT OLD.hold_id OR NEW.release_id IS NOT OLD.release_id OR NEW.reason IS NOT OLD.reason
  OR NEW.held_by IS NOT OLD.held_by OR NEW.held_at IS NOT OLD.held_at
  OR NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'officer'
                 WHERE u.user_id = NEW.lifted_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'hold-forward'); END;

CREATE TRIGGER holds_kept BEFORE DELETE ON holds
BEGIN SELECT RAISE(ABORT, 'hold-kept'); END;

CREATE TRIGGER publications_not_held BEFORE INSERT ON publications
WHEN EXISTS (SELECT 1 FROM holds WHERE release_id = NEW.release_id AND lifted_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'held'); END;

-- What the methodologist says of a draft. The last word counts.
CREATE TABLE opinions (
  draft_id TEXT NOT NULL REFERENCES drafts (draft_id),
  number INTEGER NOT NULL CHECK (number > 0),
  opinion TEXT NOT NULL CHECK (opinion IN ('signed', 'refused', 'lifted')),
  reason BLOB NOT NULL,
  given_by TEXT NOT NULL REFERENCES users (user_id),
  given_at TEXT NOT NULL,
  PRIMARY KEY (draft_id, number)
);

CREATE TRIGGER opinions_by_methodologist BEFORE INSERT ON opinions
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'methodologist'
                 WHERE u.user_id = NEW.given_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'methodologist-role'); END;

CREATE TRIGGER opinions_open BEFORE INSERT ON opinions
WHEN NOT EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approval-bound'); END;

CREATE TRIGGER opinions_unpublished BEFORE INSERT ON opinions
WHEN EXISTS (SELECT 1 FROM publications WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER opinions_once BEFORE INSERT ON opinions
WHEN EXISTS (SELECT 1 FROM opinions WHERE draft_id = NEW.draft_id AND number >= NEW.number)
BEGIN SELECT RAISE(ABORT, 'opinion-order'); END;

CREATE TRIGGER opinions_fixed BEFORE UPDATE ON opinions
BEGIN SELECT RAISE(ABORT, 'opinion-fixed'); END;

CREATE TRIGGER opinions_kept BEFORE DELETE ON opinions
BEGIN SELECT RAISE(ABORT, 'opinion-kept'); END;

CREATE TRIGGER approvals_not_refused BEFORE INSERT ON approvals
WHEN (SELECT opinion FROM opinions WHERE draft_id = NEW.draft_id ORDER BY number DESC LIMIT 1) = 'refused'
BEGIN SELECT RAISE(ABORT, 'method-refused'); END;

CREATE TRIGGER publications_not_refused BEFORE INSERT ON publications
WHEN (SELECT opinion FROM opinions WHERE draft_id = NEW.draft_id ORDER BY number DESC LIMIT 1) = 'refused'
BEGIN SELECT RAISE(ABORT, 'method-refused'); END;
