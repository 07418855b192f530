-- Corrections of what was written about a release that stands. Figures are no part of it: they are in the ledger, and stay. A text and the note that says why are encrypted
-- until they are read. Each is a version that a second person approves and somebody publishes; a later one takes the place of one that was not published.
CREATE TABLE corrections (
  release_id TEXT NOT NULL REFERENCES publications (release_id),
  number INTEGER NOT NULL CHECK (number > 0),
  tr BLOB NOT NULL,
  en BLOB NOT NULL,
  note_tr BLOB NOT NULL,
  note_en BLOB NOT NULL,
  content_mac TEXT NOT NULL CHECK (length(content_mac) = 64),
  written_by TEXT NOT NULL REFERENCES users (user_id),
  written_at TEXT NOT NULL,
  PRIMARY KEY (release_id, number)
);

CREATE TABLE correction_approvals (
  release_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  content_mac TEXT NOT NULL,
  approver TEXT NOT NULL REFERENCES users (user_id),
  approved_at TEXT NOT NULL,
  PRIMARY KEY (release_id, number),
  FOREIGN KEY (release_id, number) REFERENCES corrections (release_id, number)
);

CREATE TABLE correction_publications (
  release_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  publisher TEXT NOT NULL REFERENCES users (user_id),
  published_at TEXT NOT NULL,
  PRIMARY KEY (release_id, number),
  FOREIGN KEY (release_id, number) REFERENCES correction_approvals (release_id, number)
);

CREATE TRIGGER corrections_published BEFORE INSERT ON corrections
WHEN NOT EXISTS (SELECT 1 FROM publications WHERE release_id = NEW.release_id AND completed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'not-published'); END;

CREATE TRIGGER corrections_standing BEFORE INSERT ON corrections
WHEN EXISTS (SELECT 1 FROM withdrawals WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'withdrawn-already'); END;

CREATE TRIGGER corrections_by_person BEFORE INSERT ON corrections
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'analyst'
                 WHERE u.user_id = NEW.written_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'analyst-role'); END;

CREATE TRIGGER corrections_next BEFORE INSERT ON corrections
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM corrections WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'correction-order'); END;

CREATE TRIGGER corrections_fixed BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'correction-fixed'); END;

CREATE TRIGGER corrections_kept BEFORE DELETE ON corrections
BEGIN SELECT RAISE(ABORT, 'correction-kept'); END;

-- Four eyes: nobody who wrote any version since the last one that was published approves; and only the words that were looked at.
CREATE TRIGGER correction_approvals_four_eyes BEFORE INSERT ON correction_approvals
WHEN EXISTS (SELECT 1 FROM corrections WHERE release_id = NEW.release_id AND written_by = NEW.approver
             AND number > (SELECT coalesce(max(number), 0) FROM correction_publications WHERE release_id = NEW.release_id))
BEGIN SELECT RAISE(ABORT, 'four-eyes'); END;

CREATE TRIGGER correction_approvals_bound BEFORE INSERT ON correction_approvals
WHEN NOT EXISTS (SELECT 1 FROM corrections WHERE release_id = NEW.release_id AND number = NEW.number AND content_mac = NEW.content_mac)
  OR NEW.number <> (SELECT max(number) FROM corrections WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'correction-bound'); END;

CREATE TRIGGER correction_approvals_by_person BEFORE INSERT ON correction_approvals
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'approver'
                 WHERE u.user_id = NEW.approver AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approver-role'); END;

CREATE TRIGGER correction_approvals_once BEFORE INSERT ON correction_approvals
WHEN EXISTS (SELECT 1 FROM correction_approvals WHERE release_id = NEW.release_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'approved-already'); END;

CREATE TRIGGER correction_approvals_fixed BEFORE UPDATE ON correction_approvals
BEGIN SELECT RAISE(ABORT, 'approval-fixed'); END;

CREATE TRIGGER correction_approvals_kept BEFORE DELETE ON correction_approvals
BEGIN SELECT RAISE(ABORT, 'approval-kept'); END;

CREATE TRIGGER correction_publications_approved BEFORE INSERT ON correction_publications
WHEN NOT EXISTS (SELECT 1 FROM correction_approvals WHERE release_id = NEW.release_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'not-approved'); END;

CREATE TRIGGER correction_publications_newest BEFORE INSERT ON correction_publications
WHEN NEW.number <> (SELECT max(number) FROM corrections WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'correction-bound'); END;

CREATE TRIGGER correction_publications_standing BEFORE INSERT ON correction_publications
WHEN EXISTS (SELECT 1 FROM withdrawals WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'withdrawn-already'); END;

CREATE TRIGGER correction_publications_by_person BEFORE INSERT ON correction_publications
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'publisher'
                 WHERE u.user_id = NEW.publisher AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'publisher-role'); END;

CREATE TRIGGER correction_publications_once BEFORE INSERT ON correction_publications
WHEN EXISTS (SELECT 1 FROM correction_publications WHERE release_id = NEW.release_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER correction_publications_fixed BEFORE UPDATE ON correction_publications
BEGIN SELECT RAISE(ABORT, 'publication-forward'); END;

CREATE TRIGGER correction_publications_kept BEFORE DELETE ON correction_publications
BEGIN SELECT RAISE(ABORT, 'publication-kept'); END;
