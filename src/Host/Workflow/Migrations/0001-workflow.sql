-- Who may sign in and what for. A schedule has an account without a credential: it drafts, and can never sign in to approve.
CREATE TABLE users (
  user_id TEXT NOT NULL PRIMARY KEY CHECK (length(user_id) BETWEEN 2 AND 64 AND user_id NOT GLOB '*[^a-z0-9.-]*'),
  salt BLOB,
  hash BLOB,
  iterations INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  created_at TEXT NOT NULL,
  disabled_at TEXT,
  CHECK ((salt IS NULL) = (hash IS NULL) AND (salt IS NULL) = (iterations IS NULL))
);

CREATE TABLE user_roles (
  user_id TEXT NOT NULL REFERENCES users (user_id),
  role TEXT NOT NULL CHECK (role IN ('analyst', 'approver', 'publisher', 'operator')),
  PRIMARY KEY (user_id, role)
);

-- The figures of a draft lie encrypted in a file; the row has its keyed code, so that an approval binds to exactly these figures.
CREATE TABLE drafts (
  draft_id TEXT NOT NULL PRIMARY KEY,
  release_id TEXT NOT NULL,
  period TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  drafted_by TEXT NOT NULL REFERENCES users (user_id),
  drafted_at TEXT NOT NULL,
  content_mac TEXT NOT NULL CHECK (length(content_mac) = 64),
  publish_at TEXT NOT NULL,
  superseded_at TEXT,
  UNIQUE (period, number)
);

CREATE UNIQUE INDEX one_open_draft ON drafts (release_id) WHERE superseded_at IS NULL;

CREATE TRIGGER drafts_fixed BEFORE UPDATE ON drafts
WHEN OLD.superseded_at IS NOT NULL OR NEW.draft_id IS NOT OLD.draft_id OR NEW.release_id IS NOT OLD.release_id OR NEW.period IS NOT OLD.period
  OR NEW.number IS NOT OLD.number OR NEW.drafted_by IS NOT OLD.drafted_by OR NEW.drafted_at IS NOT OLD.drafted_at
  OR NEW.content_mac IS NOT OLD.content_mac OR NEW.publish_at IS NOT OLD.publish_at
BEGIN SELECT RAISE(ABORT, 'draft-fixed'); END;

CREATE TRIGGER drafts_kept BEFORE DELETE ON drafts
BEGIN SELECT RAISE(ABORT, 'draft-kept'); END;

CREATE TRIGGER drafts_once BEFORE INSERT ON drafts
WHEN EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'draft-exists'); END;

CREATE TABLE approvals (
  draft_id TEXT NOT NULL REFERENCES drafts (draft_id),
  approver TEXT NOT NULL REFERENCES users (user_id),
  approved_at TEXT NOT NULL,
  content_mac TEXT NOT NULL,
  PRIMARY KEY (draft_id, approver)
);

-- Four eyes, whatever the program above does: nobody approves a draft of his own, nor one that is superseded, nor other figures than the draft's.
CREATE TRIGGER approvals_four_eyes BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND drafted_by = NEW.approver)
BEGIN SELECT RAISE(ABORT, 'four-eyes'); END;

CREATE TRIGGER approvals_bound BEFORE INSERT ON approvals
WHEN NOT EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND content_mac = NEW.content_mac AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approval-bound'); END;

CREATE TRIGGER approvals_by_person BEFORE INSERT ON approvals
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'approver'
                 WHERE u.user_id = NEW.approver AND u.hash IS NOT NULL AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approver-role'); END;

CREATE TRIGGER approvals_once BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM approvals WHERE draft_id = NEW.draft_id AND approver = NEW.approver)
BEGIN SELECT RAISE(ABORT, 'approved-already'); END;

CREATE TRIGGER approvals_fixed BEFORE UPDATE ON approvals
BEGIN SELECT RAISE(ABORT, 'approval-fixed'); END;

CREATE TRIGGER approvals_kept BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'approval-kept'); END;

-- Who stands behind a publication: the persons among its drafter and its approvers. The schedule is nobody.
CREATE VIEW standing_behind AS
  SELECT d.draft_id, u.user_id FROM drafts d JOIN users u ON u.user_id = d.drafted_by WHERE u.hash IS NOT NULL
  UNION
  SELECT a.draft_id, a.approver FROM approvals a;

CREATE TABLE publications (
  release_id TEXT NOT NULL PRIMARY KEY,
  draft_id TEXT NOT NULL UNIQUE REFERENCES drafts (draft_id),
  publisher TEXT NOT NULL REFERENCES users (user_id),
  started_at TEXT NOT NULL,
  sealed_at TEXT,
  completed_at TEXT,
  CHECK (completed_at IS NULL OR sealed_at IS NOT NULL)
);

CREATE TRIGGER publications_approved BEFORE INSERT ON publications
WHEN NOT EXISTS (SELECT 1 FROM approvals a JOIN drafts d ON d.draft_id = a.draft_id
                 WHERE a.draft_id = NEW.draft_id AND d.superseded_at IS NULL AND d.release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'not-approved'); END;

-- A draft made by the schedule has no drafter who looked at it: it takes two persons among approvers and publisher.
CREATE TRIGGER publications_two_persons BEFORE INSERT ON publications
WHEN (SELECT count(*) FROM (
        SELECT user_id FROM standing_behind WHERE draft_id = NEW.draft_id
        UNION
        SELECT user_id FROM users WHERE user_id = NEW.publisher AND hash IS NOT NULL)) < 2
BEGIN SELECT RAISE(ABORT, 'two-persons'); END;

CREATE TRIGGER publications_once BEFORE INSERT ON publications
WHEN EXISTS (SELECT 1 FROM publications WHERE release_id = NEW.release_id OR draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER publications_forward BEFORE UPDATE ON publications
WHEN NEW.release_id IS NOT OLD.release_id OR NEW.draft_id IS NOT OLD.draft_id OR NEW.publisher IS NOT OLD.publisher OR NEW.started_at IS NOT OLD.started_at
  OR (OLD.sealed_at IS NOT NULL AND NEW.sealed_at IS NOT OLD.sealed_at) OR OLD.completed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'publication-forward'); END;

CREATE TRIGGER publications_kept BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'publication-kept'); END;

-- Once published, always known: the sealed bytes of every release and the background facts, in a chain of keyed codes.
CREATE TABLE ledger (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
  kind TEXT NOT NULL CHECK (kind IN ('release', 'background')),
  subject TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL,
  recorded_at TEXT NOT NULL,
  previous TEXT NOT NULL,
  link TEXT NOT NULL
);

CREATE TRIGGER ledger_append BEFORE INSERT ON ledger
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger) OR EXISTS (SELECT 1 FROM ledger WHERE subject = NEW.subject)
BEGIN SELECT RAISE(ABORT, 'ledger-append'); END;

CREATE TRIGGER ledger_published BEFORE INSERT ON ledger
WHEN NEW.kind = 'release' AND NOT EXISTS (SELECT 1 FROM publications WHERE release_id = NEW.subject)
BEGIN SELECT RAISE(ABORT, 'ledger-published'); END;

CREATE TRIGGER ledger_fixed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger-fixed'); END;

CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'ledger-kept'); END;

-- Every moment at which something was due. A slot that is past and not finished was missed, and is made up.
CREATE TABLE due_slots (
  slot_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('draft', 'publish', 'reconcile')),
  subject TEXT NOT NULL,
  due_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  outcome TEXT,
  attempts INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE audit (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  previous TEXT NOT NULL,
  link TEXT NOT NULL
);

CREATE TRIGGER audit_append BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit-append'); END;

CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit-fixed'); END;

CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit-kept'); END;
