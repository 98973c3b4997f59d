-- What the configuration tells of who is who, with the participants that each reference means now; none for
-- a reference that means no row.
WITH found AS (
  SELECT t.ref, l.participant
  FROM ref_people t JOIN linked l ON l.key_cf = t."key"
  WHERE t.key_kind = 'cf'
  UNION
  SELECT t.ref, l.participant
  FROM ref_people t JOIN linked l ON l.loose_person = t."key"
  WHERE t.key_kind = 'person'
  UNION
  SELECT t.ref, l.participant
  FROM ref_people t JOIN linked l ON l.loose_name = t."key"
  WHERE t.key_kind = 'name'
  UNION
  SELECT t.ref, l.participant
  FROM ref_people t
  JOIN linked l ON l."row" = t."row"
  JOIN sources o ON o.source = l.source
  WHERE t.key_kind IS NULL AND t.ref = CONCAT(o.file, '!', l.sheet, '!', CAST(l."row" AS VARCHAR))
)
SELECT t.kind, t.item, t.side, t.ref, f.participant
FROM ref_people t
LEFT JOIN found f ON f.ref = t.ref
