-- rule: source-overlap
-- note: Two sources of one partner have mostly the same people on the same courses, but neither name says which corrects which. used is the file of the other one. Of two months nearly all must be the same, because registers that tell the year so far overlap by right.
WITH listed AS (
  SELECT DISTINCT source, participant, course FROM linked WHERE link <> 'alone'
),
size AS (
  SELECT source, COUNT(*) AS n FROM listed GROUP BY source
),
shared AS (
  SELECT participant, course
  FROM listed
  GROUP BY participant, course
  HAVING MIN(source) < MAX(source)
),
pair AS (
  SELECT a.source AS one, b.source AS other, COUNT(*) AS n
  FROM shared h
  JOIN listed a ON a.participant = h.participant AND a.course = h.course
  JOIN listed b ON b.participant = h.participant AND b.course = h.course AND a.source <> b.source
  GROUP BY a.source, b.source
)
SELECT
  l.source, l.partner, l.month, CAST(NULL AS VARCHAR) AS sheet, CAST(NULL AS BIGINT) AS "row", CAST(NULL AS VARCHAR) AS field,
  f.file AS value, f.file AS used
FROM pair p
JOIN active_sources l ON l.source = p.one
JOIN active_sources e ON e.source = p.other AND e.place < l.place AND e.partner = l.partner
JOIN sources f ON f.source = e.source
JOIN size x ON x.source = l.source
JOIN size y ON y.source = e.source
WHERE p.n >= 3
  AND (e.month = l.month AND 2 * p.n >= LEAST(x.n, y.n) OR 10 * p.n >= 9 * GREATEST(x.n, y.n))
ORDER BY l.place, e.place
