-- id: reach_by_area
-- title: {it: Operatori raggiunti per area, en: People reached by area}
-- note:
--   it: Chi ha seguito corsi di più aree è contato in ciascuna. La riga senza area raccoglie i corsi di area ignota.
--   en: Who took courses in several areas is counted in each. The row without area has the courses of unknown area.
-- unit: people
-- grain: one row for each area, and one without if there are courses of unknown area
-- columns:
--   - {name: area, kind: text, it: Area, en: Area}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
--   - {name: interventions, kind: integer, unit: interventions, it: Interventi, en: Interventions}
--   - {name: hours, kind: real, unit: hours, it: Ore di lezione, en: Hours}
--   - {name: person_hours, kind: real, unit: hours, it: Ore frequentate, en: Hours attended, people: true}
-- protect:
--   - {count: participants, keys: [area], derived: [person_hours]}
WITH lessons AS (
  SELECT COALESCE(area, '') AS area, COUNT(*) AS interventions,
    COALESCE(ROUND(CAST(SUM(TRY_CAST(hours AS DECIMAL(18, 9))) AS DOUBLE), 6), 0) AS hours
  FROM interventions
  GROUP BY COALESCE(area, '')
),
people_in AS (
  SELECT COALESCE(area, '') AS area, COUNT(DISTINCT CASE WHEN reached THEN participant END) AS participants,
    COALESCE(ROUND(CAST(SUM(TRY_CAST(hours_attended AS DECIMAL(18, 9))) AS DOUBLE), 6), 0) AS person_hours
  FROM facts
  GROUP BY COALESCE(area, '')
),
areas AS (
  SELECT area, position FROM ref_areas
  UNION ALL
  SELECT DISTINCT COALESCE(i.area, ''), CAST(NULL AS BIGINT)
  FROM interventions i
  LEFT JOIN ref_areas a ON a.area = i.area
  WHERE a.area IS NULL
)
SELECT
  NULLIF(a.area, '') AS area,
  COALESCE(p.participants, 0) AS participants,
  COALESCE(l.interventions, 0) AS interventions,
  COALESCE(l.hours, 0) AS hours,
  COALESCE(p.person_hours, 0) AS person_hours
FROM areas a
LEFT JOIN lessons l ON l.area = a.area
LEFT JOIN people_in p ON p.area = a.area
ORDER BY a.position NULLS LAST, NULLIF(a.area, '') NULLS LAST
