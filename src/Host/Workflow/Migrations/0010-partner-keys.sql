-- What a partner's program signs in with. Only a keyed code of the secret is kept; two keys may be good at once, so that one can replace the other.
CREATE TABLE partner_keys (
  key_id TEXT NOT NULL PRIMARY KEY CHECK (length(key_id) = 12),
  partner TEXT NOT NULL,
  secret_mac TEXT NOT NULL CHECK (length(secret_mac) = 64),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT,
  last_used_at TEXT
);

CREATE TRIGGER partner_keys_two BEFORE INSERT ON partner_keys
WHEN (SELECT count(*) FROM partner_keys WHERE partner = NEW.partner AND revoked_at IS NULL AND expires_at > NEW.created_at) >= 2
BEGIN SELECT RAISE(ABORT, 'two-keys'); END;

CREATE TRIGGER partner_keys_fixed BEFORE UPDATE ON partner_keys
WHEN NEW.key_id IS NOT OLD.key_id OR NEW.partner IS NOT OLD.partner OR NEW.secret_mac IS NOT OLD.secret_mac OR NEW.created_at IS NOT OLD.created_at
  OR NEW.expires_at IS NOT OLD.expires_at OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at)
BEGIN SELECT RAISE(ABORT, 'key-fixed'); END;

CREATE TRIGGER partner_keys_kept BEFORE DELETE ON partner_keys
BEGIN SELECT RAISE(ABORT, 'key-kept'); END;

-- Files that came over the network and what was answered. The answer is encrypted, since it counts; what the caller named the attempt is kept as a code, since
-- a caller may write anything there. The file itself is never here.
CREATE TABLE deliveries (
  delivery_id TEXT NOT NULL PRIMARY KEY CHECK (length(delivery_id) = 16),
  partner TEXT NOT NULL,
  retry_mac TEXT CHECK (length(retry_mac) = 64),
  content_mac TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'accepted', 'rejected')),
  received_at TEXT NOT NULL,
  finished_at TEXT,
  answer BLOB,
  CHECK ((state = 'running') = (finished_at IS NULL) AND (state = 'running') = (answer IS NULL))
);

CREATE UNIQUE INDEX one_delivery_per_retry_key ON deliveries (partner, retry_mac) WHERE retry_mac IS NOT NULL;

CREATE TRIGGER deliveries_fixed BEFORE UPDATE ON deliveries
WHEN OLD.state IS NOT 'running' OR NEW.delivery_id IS NOT OLD.delivery_id OR NEW.partner IS NOT OLD.partner
BEGIN SELECT RAISE(ABORT, 'delivery-fixed'); END;
