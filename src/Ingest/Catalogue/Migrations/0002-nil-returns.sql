-- A partner that had no cases in a quarter says so. Without it nobody can tell a quarter without victims from one that was not reported.
CREATE TABLE nil_return (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  partner_id TEXT NOT NULL REFERENCES partner (partner_id),
  quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
  reported_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'replaced', 'withdrawn')),
  state_reason TEXT,
  state_changed_at TEXT,
  CHECK ((state = 'active') = (state_reason IS NULL))
);

CREATE UNIQUE INDEX nil_return_once ON nil_return (partner_id, quarter) WHERE state = 'active';

CREATE TRIGGER nil_return_beside_records BEFORE INSERT ON nil_return
WHEN EXISTS (SELECT 1 FROM upload u JOIN upload_quarter q ON q.number = u.number
             WHERE u.partner_id = NEW.partner_id AND u.state = 'active' AND q.quarter = NEW.quarter)
BEGIN
  SELECT RAISE(ABORT, 'records of the quarter are accepted');
END;

CREATE TRIGGER nil_return_is_kept BEFORE DELETE ON nil_return BEGIN
  SELECT RAISE(ABORT, 'nil returns are kept');
END;

CREATE TRIGGER nil_return_is_fixed BEFORE UPDATE ON nil_return
WHEN NEW.number <> OLD.number OR NEW.partner_id <> OLD.partner_id OR NEW.quarter <> OLD.quarter OR NEW.reported_at <> OLD.reported_at OR OLD.state <> 'active'
BEGIN
  SELECT RAISE(ABORT, 'a nil return is fixed');
END;
