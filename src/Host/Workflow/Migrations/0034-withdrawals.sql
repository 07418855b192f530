-- Releases that were taken back. Their figures stay known to everybody who read them, and to the ledger; readers find a note in their place. The note is public.
CREATE TABLE withdrawals (
  release_id TEXT NOT NULL PRIMARY KEY REFERENCES publications (release_id),
  note_tr TEXT NOT NULL CHECK (length(trim(note_tr)) > 0),
  note_en TEXT NOT NULL CHECK (length(trim(note_en)) > 0),
  withdrawn_by TEXT NOT NULL REFERENCES users (user_id),
  withdrawn_at TEXT NOT NULL
);

CREATE TRIGGER withdrawals_published BEFORE INSERT ON withdrawals
WHEN NOT EXISTS (SELECT 1 FROM publications WHERE release_id = NEW.release_id AND completed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'not-published'); END;

CREATE TRIGGER withdrawals_once BEFORE INSERT ON withdrawals
WHEN EXISTS (SELECT 1 FROM withdrawals WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'withdrawn-already'); END;

CREATE TRIGGER withdrawals_by_person BEFORE INSERT ON withdrawals
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'publisher'
                 WHERE u.user_id = NEW.withdrawn_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'publisher-role'); END;

CREATE TRIGGER withdrawals_fixed BEFORE UPDATE ON withdrawals
BEGIN SELECT RAISE(ABORT, 'withdrawal-fixed'); END;

CREATE TRIGGER withdrawals_kept BEFORE DELETE ON withdrawals
BEGIN SELECT RAISE(ABORT, 'withdrawal-kept'); END;
