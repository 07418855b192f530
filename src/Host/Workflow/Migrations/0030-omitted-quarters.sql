-- Quarters for which nothing is published, for ever, by an approver's decision: their year no longer waits for them.
CREATE TABLE omissions (
  period TEXT NOT NULL PRIMARY KEY CHECK (period GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
  omitted_by TEXT NOT NULL REFERENCES users (user_id),
  omitted_at TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0)
);

CREATE TRIGGER omissions_once BEFORE INSERT ON omissions
WHEN EXISTS (SELECT 1 FROM omissions WHERE period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'omitted-already'); END;

-- A draft that waits is withdrawn first; what is published cannot be omitted at all, and its draft stays open.
CREATE TRIGGER omissions_undrafted BEFORE INSERT ON omissions
WHEN EXISTS (SELECT 1 FROM drafts WHERE period = NEW.period AND superseded_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'omission-drafted'); END;

CREATE TRIGGER omissions_by_approver BEFORE INSERT ON omissions
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'approver'
                 WHERE u.user_id = NEW.omitted_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'approver-role'); END;

CREATE TRIGGER omissions_fixed BEFORE UPDATE ON omissions
BEGIN SELECT RAISE(ABORT, 'omission-fixed'); END;

CREATE TRIGGER omissions_kept BEFORE DELETE ON omissions
BEGIN SELECT RAISE(ABORT, 'omission-kept'); END;

CREATE TRIGGER drafts_not_omitted BEFORE INSERT ON drafts
WHEN EXISTS (SELECT 1 FROM omissions WHERE period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'omitted-already'); END;
