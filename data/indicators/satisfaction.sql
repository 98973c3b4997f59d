-- id: satisfaction
-- title: {it: Gradimento, en: Satisfaction}
-- note:
--   it: Risposte delle iscrizioni, da 0 a 1; alto da 0,8, medio da 0,6, basso sotto.
--   en: Answers of enrolments, from 0 to 1; high from 0.8, medium from 0.6, low below.
-- unit: share
-- grain: one row for each area and band
-- columns:
--   - {name: area, kind: text, it: Area, en: Area}
--   - {name: band, kind: text, it: Fascia, en: Band}
--   - {name: share, kind: real, unit: share, it: Quota, en: Share, people: true}
--   - {name: n, kind: integer, unit: answers, it: Risposte, en: Answers, people: true}
-- protect:
--   - {count: n, keys: [area, band], derived: [share]}
WITH answers AS (
  SELECT
    COALESCE(area, '') AS area,
    CASE WHEN satisfaction + 0.000001 >= 0.8 THEN 'high' WHEN satisfaction + 0.000001 >= 0.6 THEN 'medium' ELSE 'low' END AS band
  FROM facts
  WHERE reached AND satisfaction IS NOT NULL
),
counted AS (
  SELECT area, band, COUNT(*) AS n FROM answers GROUP BY area, band
),
totals AS (
  SELECT area, COUNT(*) AS n FROM answers GROUP BY area
),
areas AS (
  SELECT area, position FROM ref_areas
  UNION ALL
  SELECT t.area, CAST(NULL AS BIGINT) FROM totals t LEFT JOIN ref_areas a ON a.area = t.area WHERE a.area IS NULL
),
bands AS (
  SELECT 1 AS step, 'low' AS band
  UNION ALL SELECT 2, 'medium'
  UNION ALL SELECT 3, 'high'
)
SELECT
  NULLIF(a.area, '') AS area,
  b.band,
  CASE WHEN t.n > 0 THEN CAST(COALESCE(n.n, 0) AS DOUBLE) / CAST(t.n AS DOUBLE) END AS share,
  COALESCE(n.n, 0) AS n
FROM areas a
CROSS JOIN bands b
LEFT JOIN totals t ON t.area = a.area
LEFT JOIN counted n ON n.area = a.area AND n.band = b.band
ORDER BY a.position NULLS LAST, NULLIF(a.area, '') NULLS LAST, b.step
