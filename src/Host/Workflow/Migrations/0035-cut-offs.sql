-- A quarter may stay open for longer than the calendar says. The last day that was set counts.
CREATE TABLE cut_offs (
  quarter TEXT NOT NULL CHECK (length(quarter) = 7),
  number INTEGER NOT NULL CHECK (number > 0),
  cut_off TEXT NOT NULL CHECK (length(cut_off) = 10),
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  set_by TEXT NOT NULL REFERENCES users (user_id),
  set_at TEXT NOT NULL,
  PRIMARY KEY (quarter, number)
);

CREATE TRIGGER cut_offs_by_person BEFORE INSERT ON cut_offs
WHEN NOT EXISTS (SELECT 1 FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'analyst'
                 WHERE u.user_id = NEW.set_by AND u.is_person = 1 AND u.disabled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'analyst-role'); END;

-- Records that somebody approved, or that everybody knows, are not counted otherwise.
CREATE TRIGGER cut_offs_unapproved BEFORE INSERT ON cut_offs
WHEN EXISTS (SELECT 1 FROM approvals a JOIN drafts d ON d.draft_id = a.draft_id WHERE d.superseded_at IS NULL AND d.period IN (NEW.quarter, substr(NEW.quarter, 1, 4)))
  OR EXISTS (SELECT 1 FROM publications WHERE release_id = NEW.quarter || '.1')
BEGIN SELECT RAISE(ABORT, 'quarter-fixed'); END;

CREATE TRIGGER cut_offs_later BEFORE INSERT ON cut_offs
WHEN EXISTS (SELECT 1 FROM cut_offs WHERE quarter = NEW.quarter AND (cut_off >= NEW.cut_off OR number >= NEW.number))
BEGIN SELECT RAISE(ABORT, 'cut-off-later'); END;

CREATE TRIGGER cut_offs_fixed BEFORE UPDATE ON cut_offs
BEGIN SELECT RAISE(ABORT, 'cut-off-fixed'); END;

CREATE TRIGGER cut_offs_kept BEFORE DELETE ON cut_offs
BEGIN SELECT RAISE(ABORT, 'cut-off-kept'); END;
