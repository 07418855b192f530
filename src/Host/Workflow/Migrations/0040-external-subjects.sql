-- Who a person is to the identity provider. An operator says so; a token never does. Roles are here alone.
CREATE TABLE external_subjects (
  user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (user_id),
  issuer TEXT NOT NULL CHECK (length(issuer) > 0),
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  linked_by TEXT NOT NULL,
  linked_at TEXT NOT NULL,
  UNIQUE (issuer, subject)
);

CREATE TRIGGER external_subjects_of_person BEFORE INSERT ON external_subjects
WHEN NOT EXISTS (SELECT 1 FROM users WHERE user_id = NEW.user_id AND is_person = 1)
BEGIN SELECT RAISE(ABORT, 'subject-person'); END;

CREATE TRIGGER external_subjects_once BEFORE INSERT ON external_subjects
WHEN EXISTS (SELECT 1 FROM external_subjects WHERE user_id = NEW.user_id OR (issuer = NEW.issuer AND subject = NEW.subject))
BEGIN SELECT RAISE(ABORT, 'subject-taken'); END;

CREATE TRIGGER external_subjects_fixed BEFORE UPDATE ON external_subjects
BEGIN SELECT RAISE(ABORT, 'subject-fixed'); END;

-- Whom the provider sent did not use the password: a first one that waits to be replaced is no hindrance then.
ALTER TABLE sessions ADD COLUMN is_by_provider INTEGER NOT NULL DEFAULT 0 CHECK (is_by_provider IN (0, 1));
