-- rule: course-without-hours
-- note: No source tells how many hours an intervention had, so it adds none.
WITH listed AS (
  SELECT c.course, c.source, c.partner, c.sheet, c."row" FROM courses c
  UNION
  SELECT e.course, e.source, e.partner, e.sheet, MIN(e."row")
  FROM enrolments e
  LEFT JOIN courses c ON c.course = e.course AND c.source = e.source
  WHERE c.course IS NULL
  GROUP BY e.course, e.source, e.partner, e.sheet
),
places AS (
  SELECT l.*, s.month, s.place,
    ROW_NUMBER() OVER (PARTITION BY l.course ORDER BY s.place DESC, l.sheet DESC, l."row" DESC) AS latest
  FROM listed l
  JOIN active_sources s ON s.source = l.source
)
SELECT
  p.source, p.partner, p.month, p.sheet, p."row", 'hours_planned' AS field,
  CAST(NULL AS VARCHAR) AS value, CAST(NULL AS VARCHAR) AS used
FROM interventions i
JOIN places p ON p.course = i.course AND p.latest = 1
WHERE i.hours IS NULL
ORDER BY p.place, p.sheet, p."row", p.course
