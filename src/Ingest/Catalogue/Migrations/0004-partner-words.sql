-- A partner's own words for codes, beyond those of its shape: who said so and when. A word is one that the partner uses for many cases; what looks like an
-- identifier never comes here.
CREATE TABLE partner_word (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  partner_id TEXT NOT NULL REFERENCES partner (partner_id),
  variable TEXT NOT NULL,
  word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 80),
  folded TEXT NOT NULL,
  code TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  removed_by TEXT,
  removed_at TEXT,
  CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);

CREATE UNIQUE INDEX partner_word_once ON partner_word (partner_id, variable, folded) WHERE removed_at IS NULL;

CREATE TRIGGER partner_word_is_kept BEFORE DELETE ON partner_word BEGIN
  SELECT RAISE(ABORT, 'words are kept');
END;

CREATE TRIGGER partner_word_is_fixed BEFORE UPDATE ON partner_word
WHEN NEW.number <> OLD.number OR NEW.partner_id <> OLD.partner_id OR NEW.variable <> OLD.variable OR NEW.word <> OLD.word OR NEW.folded <> OLD.folded
  OR NEW.code <> OLD.code OR NEW.author <> OLD.author OR NEW.made_at <> OLD.made_at OR OLD.removed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a word is fixed');
END;
