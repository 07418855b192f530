-- An upload holds case records, or figures of the indicators of the National Action Plan.
ALTER TABLE upload ADD COLUMN content TEXT NOT NULL DEFAULT 'cases' CHECK (content IN ('cases', 'figures'));

CREATE TRIGGER upload_content_is_fixed BEFORE UPDATE ON upload
WHEN NEW.content <> OLD.content
BEGIN
  SELECT RAISE(ABORT, 'an accepted upload is fixed');
END;

-- Figures of a quarter say nothing of its cases.
DROP TRIGGER nil_return_beside_records;

CREATE TRIGGER nil_return_beside_records BEFORE INSERT ON nil_return
WHEN EXISTS (SELECT 1 FROM upload u JOIN upload_quarter q ON q.number = u.number
             WHERE u.partner_id = NEW.partner_id AND u.state = 'active' AND u.content = 'cases' AND q.quarter = NEW.quarter)
BEGIN
  SELECT RAISE(ABORT, 'records of the quarter are accepted');
END;
