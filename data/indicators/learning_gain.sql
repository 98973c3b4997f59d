-- id: learning_gain
-- title: {it: Punteggi prima e dopo, en: Scores before and after}
-- note:
--   it: Medie delle sole iscrizioni con entrambi i test, da 0 a 1.
--   en: Means of the enrolments that have both tests, from 0 to 1.
-- unit: share
-- grain: one row for each area
-- columns:
--   - {name: area, kind: text, it: Area, en: Area}
--   - {name: before, kind: real, unit: share, it: Prima, en: Before, people: true}
--   - {name: after, kind: real, unit: share, it: Dopo, en: After, people: true}
--   - {name: n, kind: integer, unit: enrolments, it: Iscrizioni con entrambi i test, en: Enrolments with both tests, people: true}
-- protect:
--   - {count: n, keys: [area], derived: [before, after]}
WITH tested AS (
  SELECT
    COALESCE(area, '') AS area,
    COUNT(*) AS n,
    CAST(SUM(TRY_CAST(score_before AS DECIMAL(18, 9))) AS DOUBLE) AS before,
    CAST(SUM(TRY_CAST(score_after AS DECIMAL(18, 9))) AS DOUBLE) AS after
  FROM facts
  WHERE reached AND score_before IS NOT NULL AND score_after IS NOT NULL
  GROUP BY COALESCE(area, '')
),
areas AS (
  SELECT area, position FROM ref_areas
  UNION ALL
  SELECT t.area, CAST(NULL AS BIGINT) FROM tested t LEFT JOIN ref_areas a ON a.area = t.area WHERE a.area IS NULL
)
SELECT
  NULLIF(a.area, '') AS area,
  ROUND(t.before / CAST(t.n AS DOUBLE), 6) AS before,
  ROUND(t.after / CAST(t.n AS DOUBLE), 6) AS after,
  COALESCE(t.n, 0) AS n
FROM areas a
LEFT JOIN tested t ON t.area = a.area
ORDER BY a.position NULLS LAST, NULLIF(a.area, '') NULLS LAST
