-- Which data key an upload's file is written under: the name of a file in the folder of upload keys, which lies outside the store. None for files that were accepted
-- before uploads had keys of their own: theirs follow from the key ring.
ALTER TABLE upload ADD COLUMN data_key TEXT CHECK (data_key IS NULL OR length(data_key) = 32 AND data_key NOT GLOB '*[^0-9a-f]*');

CREATE UNIQUE INDEX upload_data_key ON upload (data_key) WHERE data_key IS NOT NULL;

CREATE TRIGGER upload_data_key_is_fixed BEFORE UPDATE ON upload
WHEN NEW.data_key IS NOT OLD.data_key
BEGIN
  SELECT RAISE(ABORT, 'an accepted upload is fixed');
END;
