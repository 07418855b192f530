-- Partners, accepted uploads and what became of them, and the audit chain. No value of a case is in this database.

CREATE TABLE partner (
  partner_id TEXT NOT NULL PRIMARY KEY,
  name_tr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  legal_basis_document TEXT,
  legal_basis_date TEXT,
  profile_hints TEXT NOT NULL DEFAULT '',
  registered_at TEXT NOT NULL,
  CHECK ((legal_basis_document IS NULL) = (legal_basis_date IS NULL))
);

-- Numbers are given before a file is written, so that two processes never write the same file. A number is used once, or never.
CREATE TABLE upload_number (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  reserved_at TEXT NOT NULL
);

-- Recognises a wrong key by a value that says nothing about the key.
CREATE TABLE store_key (
  key_id TEXT NOT NULL PRIMARY KEY,
  check_value TEXT NOT NULL
);

-- Case and match keys are all made with one key: with another the same person would have another name.
CREATE TABLE pseudonym_key (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  key_id TEXT NOT NULL,
  check_value TEXT NOT NULL
);

CREATE TABLE upload (
  number INTEGER NOT NULL PRIMARY KEY REFERENCES upload_number (number),
  accepted_order INTEGER NOT NULL UNIQUE,
  partner_id TEXT NOT NULL REFERENCES partner (partner_id),
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_accepted INTEGER NOT NULL,
  duplicates_in_file INTEGER NOT NULL,
  year_only INTEGER NOT NULL,
  accepted_at TEXT NOT NULL,
  file_name TEXT NOT NULL UNIQUE,
  key_id TEXT NOT NULL REFERENCES store_key (key_id),
  schema_version INTEGER NOT NULL,
  receipt_version INTEGER NOT NULL,
  signature TEXT NOT NULL,
  replaces INTEGER REFERENCES upload (number),
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'replaced', 'withdrawn')),
  state_reason TEXT,
  state_changed_at TEXT,
  destroyed_at TEXT,
  CHECK (rows_accepted <= rows_read),
  CHECK ((state = 'active') = (state_reason IS NULL))
);

CREATE UNIQUE INDEX upload_same_bytes ON upload (partner_id, sha256) WHERE state = 'active';
CREATE UNIQUE INDEX upload_replaced_once ON upload (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE upload_quarter (
  number INTEGER NOT NULL REFERENCES upload (number),
  quarter TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  PRIMARY KEY (number, quarter)
);

CREATE TABLE upload_set_aside (
  number INTEGER NOT NULL REFERENCES upload (number),
  reason TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  PRIMARY KEY (number, reason)
);

CREATE TRIGGER upload_is_kept BEFORE DELETE ON upload BEGIN
  SELECT RAISE(ABORT, 'uploads are kept');
END;

CREATE TRIGGER upload_is_fixed BEFORE UPDATE ON upload
WHEN NEW.number <> OLD.number OR NEW.accepted_order <> OLD.accepted_order OR NEW.partner_id <> OLD.partner_id
  OR NEW.sha256 <> OLD.sha256 OR NEW.size_bytes <> OLD.size_bytes OR NEW.rows_read <> OLD.rows_read
  OR NEW.rows_accepted <> OLD.rows_accepted OR NEW.duplicates_in_file <> OLD.duplicates_in_file OR NEW.year_only <> OLD.year_only
  OR NEW.accepted_at <> OLD.accepted_at OR NEW.signature <> OLD.signature OR OLD.state <> 'active' AND NEW.state <> OLD.state
  OR OLD.destroyed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'an accepted upload is fixed');
END;

CREATE TABLE destruction (
  number INTEGER NOT NULL PRIMARY KEY REFERENCES upload (number),
  destroyed_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  row_count INTEGER NOT NULL
);

CREATE TABLE audit (
  entry INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  key_id TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
);

CREATE TRIGGER audit_is_appended BEFORE INSERT ON audit
WHEN NEW.entry <> (SELECT COALESCE(MAX(entry), 0) + 1 FROM audit)
  OR NEW.previous <> COALESCE((SELECT hash FROM audit ORDER BY entry DESC LIMIT 1), '')
BEGIN
  SELECT RAISE(ABORT, 'the audit chain is appended to');
END;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit chain is append-only');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit chain is append-only');
END;
