-- Consents that persons have withdrawn: whose partner's case, as a keyed mark of the case's key, when, and for which reason. The case number was never here.
CREATE TABLE consent_withdrawal (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  partner_id TEXT NOT NULL REFERENCES partner (partner_id),
  mark TEXT NOT NULL CHECK (length(mark) = 64),
  withdrawn_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('person', 'guardian', 'authority', 'mistake')),
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  carried_out_at TEXT,
  UNIQUE (partner_id, mark)
);

CREATE TRIGGER consent_withdrawal_is_kept BEFORE DELETE ON consent_withdrawal BEGIN
  SELECT RAISE(ABORT, 'withdrawals of consent are kept');
END;

CREATE TRIGGER consent_withdrawal_is_fixed BEFORE UPDATE ON consent_withdrawal
WHEN NEW.number <> OLD.number OR NEW.partner_id <> OLD.partner_id OR NEW.mark <> OLD.mark OR NEW.withdrawn_on <> OLD.withdrawn_on OR NEW.reason <> OLD.reason
  OR NEW.recorded_by <> OLD.recorded_by OR NEW.recorded_at <> OLD.recorded_at OR OLD.carried_out_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a withdrawal of consent is fixed');
END;

-- What was taken out of which upload's file, and when: the record of the destruction.
CREATE TABLE erasure (
  withdrawal INTEGER NOT NULL REFERENCES consent_withdrawal (number),
  upload INTEGER NOT NULL REFERENCES upload (number),
  erased_at TEXT NOT NULL,
  row_count INTEGER NOT NULL CHECK (row_count > 0),
  PRIMARY KEY (withdrawal, upload)
);

CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure BEGIN
  SELECT RAISE(ABORT, 'erasures are kept');
END;

CREATE TRIGGER erasure_is_fixed BEFORE UPDATE ON erasure BEGIN
  SELECT RAISE(ABORT, 'an erasure is fixed');
END;

-- The last withdrawal that was looked for in the file of an upload, and the one for which the file was last written anew (0: never).
ALTER TABLE upload ADD COLUMN swept_through INTEGER NOT NULL DEFAULT 0;
ALTER TABLE upload ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
