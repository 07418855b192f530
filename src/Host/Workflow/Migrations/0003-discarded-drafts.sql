-- Drafts that were withdrawn. A draft without a publication may be, once, by somebody who may look at it; it makes way as if a newer one had taken its place.
CREATE TABLE discards (
  draft_id TEXT NOT NULL PRIMARY KEY REFERENCES drafts (draft_id),
  discarded_by TEXT NOT NULL REFERENCES users (user_id),
  discarded_at TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0)
);

CREATE TRIGGER discards_unpublished BEFORE INSERT ON discards
WHEN EXISTS (SELECT 1 FROM publications WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER discards_open BEFORE INSERT ON discards
WHEN NOT EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approval-bound'); END;

CREATE TRIGGER discards_by_person BEFORE INSERT ON discards
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role IN ('analyst', 'approver')
                 WHERE u.user_id = NEW.discarded_by AND u.hash IS NOT NULL AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'discard-role'); END;

CREATE TRIGGER discards_fixed BEFORE UPDATE ON discards
BEGIN SELECT RAISE(ABORT, 'discard-fixed'); END;

CREATE TRIGGER discards_kept BEFORE DELETE ON discards
BEGIN SELECT RAISE(ABORT, 'discard-kept'); END;

-- The draft is closed with the same statement, so that approvals and publications of it are refused by the rules they have.
CREATE TRIGGER discards_close AFTER INSERT ON discards
BEGIN UPDATE drafts SET superseded_at = NEW.discarded_at WHERE draft_id = NEW.draft_id; END;
