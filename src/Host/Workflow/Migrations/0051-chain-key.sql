-- Which key of the ring the chains, and the codes of drafts and of partners' keys, are made with. It stays when the ring gets another current key: one chain has one key.
CREATE TABLE chain_key (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  key_id TEXT NOT NULL
);

CREATE TRIGGER chain_key_fixed BEFORE UPDATE ON chain_key
BEGIN SELECT RAISE(ABORT, 'chain-key-fixed'); END;

CREATE TRIGGER chain_key_kept BEFORE DELETE ON chain_key
BEGIN SELECT RAISE(ABORT, 'chain-key-kept'); END;
