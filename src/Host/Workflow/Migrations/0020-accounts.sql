-- A person is who may sign in, by a password of ours or through an identity provider; the schedule is none. Passwords are kept as ASP.NET Identity writes them;
-- salt, hash and iterations are those of accounts made before, and go when their person next signs in. A second factor is encrypted, and a code of it is good once.
ALTER TABLE users ADD COLUMN is_person INTEGER NOT NULL DEFAULT 0 CHECK (is_person IN (0, 1));
UPDATE users SET is_person = 1 WHERE hash IS NOT NULL;
ALTER TABLE users ADD COLUMN password TEXT;
ALTER TABLE users ADD COLUMN password_until TEXT;
ALTER TABLE users ADD COLUMN partner TEXT;
ALTER TABLE users ADD COLUMN second_factor BLOB;
ALTER TABLE users ADD COLUMN second_factor_step INTEGER;

CREATE TEMP TABLE roles_before AS SELECT user_id, role FROM user_roles;
DROP TABLE user_roles;
CREATE TABLE user_roles (
  user_id TEXT NOT NULL REFERENCES users (user_id),
  role TEXT NOT NULL CHECK (role IN ('partner', 'analyst', 'approver', 'publisher', 'operator', 'officer', 'methodologist', 'reader')),
  PRIMARY KEY (user_id, role)
);
INSERT INTO user_roles (user_id, role) SELECT user_id, role FROM roles_before;
DROP TABLE roles_before;

-- Who hands in cases for a partner does nothing else: the same hand may not see what others sent.
CREATE TRIGGER user_roles_partner BEFORE INSERT ON user_roles
WHEN (NEW.role = 'partner') <> EXISTS (SELECT 1 FROM users WHERE user_id = NEW.user_id AND partner IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'partner-alone'); END;

DROP TRIGGER approvals_by_person;
CREATE TRIGGER approvals_by_person BEFORE INSERT ON approvals
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'approver'
                 WHERE u.user_id = NEW.approver AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approver-role'); END;

DROP TRIGGER discards_by_person;
CREATE TRIGGER discards_by_person BEFORE INSERT ON discards
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role IN ('analyst', 'approver')
                 WHERE u.user_id = NEW.discarded_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'discard-role'); END;

DROP TRIGGER publications_two_persons;
DROP VIEW standing_behind;
CREATE VIEW standing_behind AS
  SELECT d.draft_id, u.user_id FROM drafts d JOIN users u ON u.user_id = d.drafted_by WHERE u.is_person = 1
  UNION
  SELECT a.draft_id, a.approver FROM approvals a;
CREATE TRIGGER publications_two_persons BEFORE INSERT ON publications
WHEN (SELECT count(*) FROM (
        SELECT user_id FROM standing_behind WHERE draft_id = NEW.draft_id
        UNION
        SELECT user_id FROM users WHERE user_id = NEW.publisher AND is_person = 1)) < 2
BEGIN SELECT RAISE(ABORT, 'two-persons'); END;

-- Sessions of browsers. A session ends with its time, with the person's sign-out, with a new password and with the account.
CREATE TABLE sessions (
  session_id TEXT NOT NULL PRIMARY KEY CHECK (length(session_id) = 32),
  user_id TEXT NOT NULL REFERENCES users (user_id),
  begun_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  is_full INTEGER NOT NULL DEFAULT 0 CHECK (is_full IN (0, 1))
);
