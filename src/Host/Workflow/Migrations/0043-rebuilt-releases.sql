-- Releases that a restored backup had forgotten and that were entered again from their published folders, under their seals. They were approved and published before;
-- the rules of a publication were kept then, and their rows are lost. An operator does it.
CREATE TABLE rebuilt_releases (
  release_id TEXT NOT NULL PRIMARY KEY,
  rebuilt_by TEXT NOT NULL REFERENCES users (user_id),
  rebuilt_at TEXT NOT NULL
);

CREATE TRIGGER rebuilt_by_operator BEFORE INSERT ON rebuilt_releases
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'operator'
                 WHERE u.user_id = NEW.rebuilt_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'operator-role'); END;

CREATE TRIGGER rebuilt_unknown BEFORE INSERT ON rebuilt_releases
WHEN EXISTS (SELECT 1 FROM ledger WHERE subject = NEW.release_id) OR EXISTS (SELECT 1 FROM rebuilt_releases WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'published-already'); END;

CREATE TRIGGER rebuilt_fixed BEFORE UPDATE ON rebuilt_releases
BEGIN SELECT RAISE(ABORT, 'rebuilt-fixed'); END;

CREATE TRIGGER rebuilt_kept BEFORE DELETE ON rebuilt_releases
BEGIN SELECT RAISE(ABORT, 'rebuilt-kept'); END;

DROP TRIGGER publications_approved;
CREATE TRIGGER publications_approved BEFORE INSERT ON publications
WHEN NOT EXISTS (SELECT 1 FROM approvals a JOIN drafts d ON d.draft_id = a.draft_id
                 WHERE a.draft_id = NEW.draft_id AND d.superseded_at IS NULL AND d.release_id = NEW.release_id)
  AND NOT EXISTS (SELECT 1 FROM rebuilt_releases WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'not-approved'); END;

DROP TRIGGER publications_two_persons;
CREATE TRIGGER publications_two_persons BEFORE INSERT ON publications
WHEN (SELECT count(*) FROM (
        SELECT user_id FROM standing_behind WHERE draft_id = NEW.draft_id
        UNION
        SELECT user_id FROM users WHERE user_id = NEW.publisher AND is_person = 1)) < 2
  AND NOT EXISTS (SELECT 1 FROM rebuilt_releases WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'two-persons'); END;

DROP TRIGGER publications_not_held;
CREATE TRIGGER publications_not_held BEFORE INSERT ON publications
WHEN EXISTS (SELECT 1 FROM holds WHERE release_id = NEW.release_id AND lifted_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM rebuilt_releases WHERE release_id = NEW.release_id)
BEGIN SELECT RAISE(ABORT, 'held'); END;
