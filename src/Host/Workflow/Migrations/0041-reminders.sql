-- Where a person is reminded, and in which language. Operators keep it; nobody else sees it. Printable ASCII with one @, so that no address can end a
-- header; its bytes are counted as well, since text functions stop at a zero.
ALTER TABLE users ADD COLUMN email TEXT CHECK (
  length(email) BETWEEN 3 AND 254 AND length(CAST(email AS BLOB)) = length(email) AND email NOT GLOB '*[^!-~]*' AND email NOT GLOB '*[<>,;:"()\]*' AND email GLOB '?*@?*' AND email NOT GLOB '*@*@*');
ALTER TABLE users ADD COLUMN language TEXT NOT NULL DEFAULT 'tr' CHECK (language IN ('tr', 'en'));

-- Who was reminded of what, by which channel. A row that is begun and not finished was cut off: it may have gone out, and is not sent again.
CREATE TABLE reminders (
  kind TEXT NOT NULL CHECK (kind IN ('quarter-due', 'quarter-late', 'draft-waits', 'submission-waits', 'slot-missed')),
  subject TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (user_id),
  channel TEXT NOT NULL CHECK (channel IN ('mail', 'webhook')),
  attempts INTEGER NOT NULL,
  begun_at TEXT,
  finished_at TEXT,
  outcome TEXT,
  PRIMARY KEY (kind, subject, user_id, channel)
);

CREATE TRIGGER reminders_once BEFORE UPDATE ON reminders
WHEN OLD.finished_at IS NOT NULL OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject OR NEW.user_id IS NOT OLD.user_id OR NEW.channel IS NOT OLD.channel
BEGIN SELECT RAISE(ABORT, 'reminder-once'); END;

CREATE TRIGGER reminders_kept BEFORE DELETE ON reminders
BEGIN SELECT RAISE(ABORT, 'reminder-kept'); END;

-- Reminders have slots like everything else that has a date.
CREATE TABLE due_slots_with_reminders (
  slot_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('draft', 'publish', 'reconcile', 'remind')),
  subject TEXT NOT NULL,
  due_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  outcome TEXT,
  attempts INTEGER NOT NULL DEFAULT 0
);
INSERT INTO due_slots_with_reminders (slot_id, kind, subject, due_at, started_at, finished_at, outcome, attempts)
  SELECT slot_id, kind, subject, due_at, started_at, finished_at, outcome, attempts FROM due_slots;
DROP TABLE due_slots;
ALTER TABLE due_slots_with_reminders RENAME TO due_slots;
