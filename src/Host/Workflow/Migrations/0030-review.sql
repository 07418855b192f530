-- A word on an item of a draft's checklist. Encrypted, since it may speak of what is hidden; never changed: a later one takes the place of an earlier.
CREATE TABLE review_notes (
  draft_id TEXT NOT NULL REFERENCES drafts (draft_id),
  item TEXT NOT NULL CHECK (length(item) BETWEEN 1 AND 100),
  number INTEGER NOT NULL CHECK (number > 0),
  note BLOB NOT NULL,
  written_by TEXT NOT NULL REFERENCES users (user_id),
  written_at TEXT NOT NULL,
  PRIMARY KEY (draft_id, item, number)
);

CREATE TRIGGER review_notes_open BEFORE INSERT ON review_notes
WHEN NOT EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approval-bound'); END;

CREATE TRIGGER review_notes_unapproved BEFORE INSERT ON review_notes
WHEN EXISTS (SELECT 1 FROM approvals WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'review-fixed'); END;

CREATE TRIGGER review_notes_by_person BEFORE INSERT ON review_notes
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'analyst'
                 WHERE u.user_id = NEW.written_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'analyst-role'); END;

CREATE TRIGGER review_notes_fixed BEFORE UPDATE ON review_notes
BEGIN SELECT RAISE(ABORT, 'note-fixed'); END;

CREATE TRIGGER review_notes_kept BEFORE DELETE ON review_notes
BEGIN SELECT RAISE(ABORT, 'note-kept'); END;

-- Somebody says that a draft is ready, with the keyed code of its whole review.
CREATE TABLE submissions (
  draft_id TEXT NOT NULL REFERENCES drafts (draft_id),
  number INTEGER NOT NULL CHECK (number > 0),
  submitted_by TEXT NOT NULL REFERENCES users (user_id),
  submitted_at TEXT NOT NULL,
  review_mac TEXT NOT NULL CHECK (length(review_mac) = 64),
  PRIMARY KEY (draft_id, number)
);

CREATE TRIGGER submissions_open BEFORE INSERT ON submissions
WHEN NOT EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approval-bound'); END;

CREATE TRIGGER submissions_unapproved BEFORE INSERT ON submissions
WHEN EXISTS (SELECT 1 FROM approvals WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'review-fixed'); END;

CREATE TRIGGER submissions_by_person BEFORE INSERT ON submissions
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'analyst'
                 WHERE u.user_id = NEW.submitted_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'analyst-role'); END;

CREATE TRIGGER submissions_fixed BEFORE UPDATE ON submissions
BEGIN SELECT RAISE(ABORT, 'submission-fixed'); END;

CREATE TRIGGER submissions_kept BEFORE DELETE ON submissions
BEGIN SELECT RAISE(ABORT, 'submission-kept'); END;

-- An approval is of the review that was submitted, and of no other; none of those who made it ready can give it.
ALTER TABLE approvals ADD COLUMN review_mac TEXT;

CREATE TRIGGER approvals_review BEFORE INSERT ON approvals
WHEN (EXISTS (SELECT 1 FROM submissions WHERE draft_id = NEW.draft_id) OR EXISTS (SELECT 1 FROM review_notes WHERE draft_id = NEW.draft_id))
  AND NEW.review_mac IS NOT (SELECT review_mac FROM submissions WHERE draft_id = NEW.draft_id ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'review-bound'); END;

CREATE TRIGGER approvals_not_by_its_makers BEFORE INSERT ON approvals
WHEN EXISTS (SELECT 1 FROM submissions WHERE draft_id = NEW.draft_id AND submitted_by = NEW.approver)
  OR EXISTS (SELECT 1 FROM review_notes WHERE draft_id = NEW.draft_id AND written_by = NEW.approver)
BEGIN SELECT RAISE(ABORT, 'four-eyes'); END;

-- A publisher may choose a later minute than the one that was announced with the draft. The last choice counts.
CREATE TABLE publication_times (
  draft_id TEXT NOT NULL REFERENCES drafts (draft_id),
  number INTEGER NOT NULL CHECK (number > 0),
  publish_at TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES users (user_id),
  set_at TEXT NOT NULL,
  PRIMARY KEY (draft_id, number)
);

CREATE TRIGGER publication_times_open BEFORE INSERT ON publication_times
WHEN NOT EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approval-bound'); END;

CREATE TRIGGER publication_times_unpublished BEFORE INSERT ON publication_times
WHEN EXISTS (SELECT 1 FROM publications WHERE draft_id = NEW.draft_id)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER publication_times_not_early BEFORE INSERT ON publication_times
WHEN EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND NEW.publish_at < publish_at) OR NEW.publish_at < NEW.set_at
BEGIN SELECT RAISE(ABORT, 'early'); END;

CREATE TRIGGER publication_times_by_person BEFORE INSERT ON publication_times
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'publisher'
                 WHERE u.user_id = NEW.set_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'publisher-role'); END;

CREATE TRIGGER publication_times_fixed BEFORE UPDATE ON publication_times
BEGIN SELECT RAISE(ABORT, 'time-fixed'); END;

CREATE TRIGGER publication_times_kept BEFORE DELETE ON publication_times
BEGIN SELECT RAISE(ABORT, 'time-kept'); END;

CREATE TRIGGER publications_not_before_chosen BEFORE INSERT ON publications
WHEN NEW.started_at < (SELECT publish_at FROM publication_times WHERE draft_id = NEW.draft_id ORDER BY number DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'early'); END;
