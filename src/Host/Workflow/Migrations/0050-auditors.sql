-- An auditor reads what was done and by whom. Nobody audits what he did himself, so the role stands alone.
CREATE TEMP TABLE roles_before AS SELECT user_id, role FROM user_roles;
DROP TABLE user_roles;
CREATE TABLE user_roles (
  user_id TEXT NOT NULL REFERENCES users (user_id),
  role TEXT NOT NULL CHECK (role IN ('partner', 'analyst', 'approver', 'publisher', 'operator', 'officer', 'methodologist', 'reader', 'auditor')),
  PRIMARY KEY (user_id, role)
);
INSERT INTO user_roles (user_id, role) SELECT user_id, role FROM roles_before;
DROP TABLE roles_before;

-- Who hands in cases for a partner does nothing else: the same hand may not see what others sent.
CREATE TRIGGER user_roles_partner BEFORE INSERT ON user_roles
WHEN (NEW.role = 'partner') <> EXISTS (SELECT 1 FROM users WHERE user_id = NEW.user_id AND partner IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'partner-alone'); END;

CREATE TRIGGER user_roles_auditor BEFORE INSERT ON user_roles
WHEN EXISTS (SELECT 1 FROM user_roles WHERE user_id = NEW.user_id AND role <> NEW.role AND (role = 'auditor' OR NEW.role = 'auditor'))
BEGIN SELECT RAISE(ABORT, 'auditor-alone'); END;
