-- What people write about the figures of a release, by version. Encrypted until it is read; both languages or neither; an empty one takes the text away.
CREATE TABLE commentaries (
  release_id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  tr BLOB NOT NULL,
  en BLOB NOT NULL,
  written_by TEXT NOT NULL REFERENCES users (user_id),
  written_at TEXT NOT NULL,
  PRIMARY KEY (release_id, version)
);

CREATE TRIGGER commentaries_drafted BEFORE INSERT ON commentaries
WHEN NOT EXISTS (SELECT 1 FROM drafts WHERE release_id = NEW.release_id AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approval-bound'); END;

CREATE TRIGGER commentaries_unapproved BEFORE INSERT ON commentaries
WHEN EXISTS (SELECT 1 FROM approvals a JOIN drafts d ON d.draft_id = a.draft_id WHERE d.release_id = NEW.release_id AND d.superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'review-fixed'); END;

CREATE TRIGGER commentaries_by_person BEFORE INSERT ON commentaries
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'analyst'
                 WHERE u.user_id = NEW.written_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'analyst-role'); END;

CREATE TRIGGER commentaries_next BEFORE INSERT ON commentaries
WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM commentaries WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'commentary-order'); END;

CREATE TRIGGER commentaries_fixed BEFORE UPDATE ON commentaries
BEGIN SELECT RAISE(ABORT, 'commentary-fixed'); END;

CREATE TRIGGER commentaries_kept BEFORE DELETE ON commentaries
BEGIN SELECT RAISE(ABORT, 'commentary-kept'); END;

-- A text is part of the review, and its writer cannot approve it.
CREATE TRIGGER approvals_commentary BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM commentaries c JOIN drafts d ON d.release_id = c.release_id WHERE d.draft_id = NEW.draft_id)
  AND NEW.review_mac IS NOT (SELECT review_mac FROM submissions WHERE draft_id = NEW.draft_id ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'review-bound'); END;

CREATE TRIGGER approvals_commentary_submitted BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM commentaries c JOIN drafts d ON d.release_id = c.release_id WHERE d.draft_id = NEW.draft_id)
  AND NOT EXISTS (SELECT 1 FROM submissions WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'review-bound'); END;

CREATE TRIGGER approvals_not_by_the_writer BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM commentaries c JOIN drafts d ON d.release_id = c.release_id WHERE d.draft_id = NEW.draft_id AND c.written_by = NEW.approver)
BEGIN SELECT RAISE(ABORT, 'four-eyes'); END;
