-- id: area_by_zone
-- title: {it: Operatori per area e zona sociale, en: People by area and zona sociale}
-- note:
--   it: Righe senza zona, senza area o senza entrambe sono totali di operatori distinti, che possono essere meno della somma delle celle.
--   en: Rows without zone, without area or without both are totals of distinct people, who may be fewer than the sum of the cells.
-- unit: people
-- grain: one row for each area and zone, for each area (no zone), for each zone (no area), and one for all
-- columns:
--   - {name: area, kind: text, it: Area, en: Area}
--   - {name: zone, kind: text, it: Zona sociale, en: Zona sociale}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
--   - {name: hours, kind: real, unit: hours, it: Ore frequentate, en: Hours attended, people: true}
-- protect:
--   - {count: participants, keys: [area, zone], derived: [hours], totals: true}
WITH areas AS (
  SELECT area, position FROM ref_areas
  UNION ALL
  SELECT '', CAST(NULL AS BIGINT)
),
zoni AS (
  SELECT zone, number FROM ref_zones
  UNION ALL
  SELECT '', CAST(NULL AS BIGINT)
),
reached AS (
  SELECT participant, COALESCE(area, '?') AS area, COALESCE(zone, '?') AS zone, TRY_CAST(hours_attended AS DECIMAL(18, 9)) AS hours
  FROM facts
  WHERE reached
),
counted AS (
  SELECT
    CASE WHEN GROUPING(area) = 1 THEN '' ELSE area END AS area,
    CASE WHEN GROUPING(zone) = 1 THEN '' ELSE zone END AS zone,
    COUNT(DISTINCT participant) AS participants,
    ROUND(CAST(SUM(hours) AS DOUBLE), 6) AS hours
  FROM reached
  GROUP BY GROUPING SETS ((area, zone), (area), (zone), ())
)
SELECT
  NULLIF(a.area, '') AS area,
  NULLIF(z.zone, '') AS zone,
  COALESCE(n.participants, 0) AS participants,
  COALESCE(n.hours, 0) AS hours
FROM areas a
CROSS JOIN zoni z
LEFT JOIN counted n ON n.area = a.area AND n.zone = z.zone
ORDER BY a.position NULLS LAST, a.area, z.number NULLS LAST, z.zone
