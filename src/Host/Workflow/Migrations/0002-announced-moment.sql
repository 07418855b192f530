-- Nobody reads figures before others do: nothing is published before the moment that was announced for it. Later is allowed; a late approval still counts.
CREATE TRIGGER publications_not_early BEFORE INSERT ON publications
WHEN EXISTS (SELECT 1 FROM drafts WHERE draft_id = NEW.draft_id AND NEW.started_at < publish_at)
BEGIN SELECT RAISE(ABORT, 'early'); END;
