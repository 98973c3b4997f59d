-- rule: enrolment-duplicated
-- note: The same person on the same course more than once in one source. value is the course, used the place of the first row.
WITH repeated AS (
  SELECT
    l.*,
    ROW_NUMBER() OVER (PARTITION BY l.source, l.participant, l.course ORDER BY l.ord) AS turn,
    FIRST_VALUE(CONCAT(l.sheet, '!', CAST(l."row" AS VARCHAR)))
      OVER (PARTITION BY l.source, l.participant, l.course ORDER BY l.ord) AS first_place
  FROM linked l
)
SELECT r.source, r.partner, s.month, r.sheet, r."row", 'code' AS field, r.course AS value, r.first_place AS used
FROM repeated r
JOIN active_sources s ON s.source = r.source
WHERE r.turn > 1
ORDER BY r.ord
