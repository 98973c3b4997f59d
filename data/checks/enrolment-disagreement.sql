-- rule: enrolment-disagreement
-- note: Two sources tell different things of the same person on the same course. value is what the row says, used what a later source says and what counts.
WITH shared AS (
  SELECT participant, course
  FROM linked
  GROUP BY participant, course
  HAVING MIN(source) < MAX(source)
),
rows_of AS (
  SELECT l.*
  FROM linked l
  JOIN shared s ON s.participant = l.participant AND s.course = l.course
),
told AS (
  SELECT participant, course, source, partner, sheet, "row", ord, 1 AS turn, 'hours_attended' AS field,
    REGEXP_REPLACE(CAST(TRY_CAST(hours_attended AS DECIMAL(18, 2)) AS VARCHAR), '\.?0+$', '') AS value
  FROM rows_of WHERE hours_attended IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 2, 'status', status FROM rows_of WHERE status IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 3, 'certificate', CASE WHEN certificate THEN 'true' ELSE 'false' END
  FROM rows_of WHERE certificate IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 4, 'score_before',
    REGEXP_REPLACE(CAST(TRY_CAST(score_before AS DECIMAL(18, 4)) AS VARCHAR), '\.?0+$', '')
  FROM rows_of WHERE score_before IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 5, 'score_after',
    REGEXP_REPLACE(CAST(TRY_CAST(score_after AS DECIMAL(18, 4)) AS VARCHAR), '\.?0+$', '')
  FROM rows_of WHERE score_after IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 6, 'satisfaction',
    REGEXP_REPLACE(CAST(TRY_CAST(satisfaction AS DECIMAL(18, 4)) AS VARCHAR), '\.?0+$', '')
  FROM rows_of WHERE satisfaction IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 7, 'gender', gender FROM rows_of WHERE gender IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 8, 'role', role FROM rows_of WHERE role IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 9, 'service', service FROM rows_of WHERE service IS NOT NULL
  UNION ALL
  SELECT participant, course, source, partner, sheet, "row", ord, 10, 'comune', comune FROM rows_of WHERE comune IS NOT NULL
),
final AS (
  SELECT participant, course, field, MAX_BY(value, ord) AS value, MAX_BY(source, ord) AS source
  FROM told
  GROUP BY participant, course, field
)
SELECT t.source, t.partner, s.month, t.sheet, t."row", t.field, t.value, f.value AS used
FROM told t
JOIN final f ON f.participant = t.participant AND f.course = t.course AND f.field = t.field
JOIN active_sources s ON s.source = t.source
WHERE t.value <> f.value AND t.source <> f.source
ORDER BY t.ord, t.turn
