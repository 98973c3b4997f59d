-- rule: course-disagreement
-- note: Two sources tell different things of the same course. value is what the row says, used what a later source says and what counts.
WITH shared AS (
  SELECT c.course
  FROM courses c
  JOIN active_sources s ON s.source = c.source
  GROUP BY c.course
  HAVING MIN(c.source) < MAX(c.source)
),
rows_of AS (
  SELECT c.*, s.place, s.month AS source_month
  FROM courses c
  JOIN active_sources s ON s.source = c.source
  JOIN shared h ON h.course = c.course
),
told AS (
  SELECT r.*, 1 AS turn, 'title' AS field, title AS value FROM rows_of r
  UNION ALL SELECT r.*, 2, 'kind', kind FROM rows_of r
  UNION ALL SELECT r.*, 3, 'area', area FROM rows_of r
  UNION ALL SELECT r.*, 4, 'venue_comune', venue_comune FROM rows_of r
  UNION ALL SELECT r.*, 5, 'start_date', CAST(start_date AS VARCHAR) FROM rows_of r
  UNION ALL SELECT r.*, 6, 'end_date', CAST(end_date AS VARCHAR) FROM rows_of r
  UNION ALL SELECT r.*, 7, 'hours_planned',
    REGEXP_REPLACE(CAST(TRY_CAST(hours_planned AS DECIMAL(18, 2)) AS VARCHAR), '\.?0+$', '') FROM rows_of r
  UNION ALL SELECT r.*, 8, 'hours_delivered',
    REGEXP_REPLACE(CAST(TRY_CAST(hours_delivered AS DECIMAL(18, 2)) AS VARCHAR), '\.?0+$', '') FROM rows_of r
),
ranked AS (
  SELECT t.*,
    ROW_NUMBER() OVER (PARTITION BY t.course, t.field ORDER BY t.place DESC, t.sheet DESC, t."row" DESC, t.value) AS latest
  FROM told t
  WHERE t.value IS NOT NULL
)
SELECT t.source, t.partner, t.source_month AS month, t.sheet, t."row", t.field, t.value, f.value AS used
FROM ranked t
JOIN ranked f ON f.course = t.course AND f.field = t.field AND f.latest = 1
WHERE LOWER(t.value) <> LOWER(f.value) AND t.source <> f.source
ORDER BY t.place, t.sheet, t."row", t.course, t.turn, t.value
