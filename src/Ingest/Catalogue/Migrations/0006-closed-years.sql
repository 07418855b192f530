-- Years whose case files were destroyed, since their figures are published and closed for long. Records of them enter no more: nothing tells whether they were counted.
CREATE TABLE closed_year (
  year INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 1900 AND 9999),
  closed_at TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TRIGGER closed_year_is_kept BEFORE DELETE ON closed_year BEGIN
  SELECT RAISE(ABORT, 'closed years are kept');
END;

CREATE TRIGGER closed_year_is_fixed BEFORE UPDATE ON closed_year BEGIN
  SELECT RAISE(ABORT, 'a closed year is fixed');
END;
