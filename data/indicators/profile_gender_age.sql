-- id: profile_gender_age
-- title: {it: Operatori per genere ed età, en: People by gender and age}
-- note:
--   it: L'età è quella compiuta nell'anno d'inizio del programma. Righe senza genere o fascia raccolgono chi non li ha indicati.
--   en: Age is that reached in the programme's first year. Rows without gender or band have those who did not give them.
-- unit: people
-- grain: one row for each gender and age band; F and M in full, others where there is anybody
-- columns:
--   - {name: gender, kind: text, it: Genere, en: Gender}
--   - {name: band, kind: text, it: Età, en: Age}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
-- protect:
--   - {count: participants, keys: [gender, band]}
WITH banded AS (
  SELECT
    COALESCE(p.gender, '') AS gender,
    CASE
      WHEN p.birth_year IS NULL THEN 6
      WHEN CAST(SUBSTR(r.first_month, 1, 4) AS BIGINT) - p.birth_year < 30 THEN 1
      WHEN CAST(SUBSTR(r.first_month, 1, 4) AS BIGINT) - p.birth_year < 40 THEN 2
      WHEN CAST(SUBSTR(r.first_month, 1, 4) AS BIGINT) - p.birth_year < 50 THEN 3
      WHEN CAST(SUBSTR(r.first_month, 1, 4) AS BIGINT) - p.birth_year < 60 THEN 4
      ELSE 5
    END AS step
  FROM participants p
  CROSS JOIN ref_programme r
),
counted AS (
  SELECT gender, step, COUNT(*) AS participants FROM banded GROUP BY gender, step
),
bands AS (
  SELECT 1 AS step, 'meno di 30' AS band
  UNION ALL SELECT 2, '30-39'
  UNION ALL SELECT 3, '40-49'
  UNION ALL SELECT 4, '50-59'
  UNION ALL SELECT 5, '60 e oltre'
),
cells AS (
  SELECT g.gender, b.step FROM (SELECT 'F' AS gender UNION ALL SELECT 'M') g CROSS JOIN bands b
  UNION
  SELECT gender, step FROM counted
)
SELECT NULLIF(c.gender, '') AS gender, b.band, COALESCE(n.participants, 0) AS participants
FROM cells c
LEFT JOIN bands b ON b.step = c.step
LEFT JOIN counted n ON n.gender = c.gender AND n.step = c.step
ORDER BY NULLIF(c.gender, '') NULLS LAST, c.step
