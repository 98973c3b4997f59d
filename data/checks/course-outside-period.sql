-- rule: course-outside-period
-- note: A course outside the programme's period is not counted. value is its start or, where that is unknown, its month.
WITH places AS (
  SELECT c.source, c.partner, c.course, c.sheet, c."row" FROM courses c
  UNION
  SELECT e.source, e.partner, e.course, e.sheet, MIN(e."row")
  FROM enrolments e
  LEFT JOIN courses c ON c.course = e.course AND c.source = e.source
  WHERE c.course IS NULL
  GROUP BY e.source, e.partner, e.course, e.sheet
)
SELECT
  p.source, p.partner, s.month, p.sheet, p."row", 'start_date' AS field,
  COALESCE(CAST(r.start_date AS VARCHAR), r.month) AS value, CAST(NULL AS VARCHAR) AS used
FROM places p
JOIN active_sources s ON s.source = p.source
JOIN reported_courses r ON r.course = p.course
WHERE NOT r.in_period
ORDER BY s.place, p.sheet, p."row", p.course
