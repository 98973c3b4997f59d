-- id: headline
-- title: {it: Numeri del programma, en: The programme in numbers}
-- note:
--   it: Gli operatori e i servizi sono contati una volta sola in tutto il programma. Le ore sono quelle erogate o, dove non sono note, quelle previste. Un comune è raggiunto quando vi lavora almeno un operatore formato.
--   en: People and services are counted once in the whole programme. Hours are those delivered or, where unknown, those planned. A comune is covered when at least one person trained works there.
-- unit: number
-- grain: one row a measure
-- columns:
--   - {name: measure, kind: text, it: Misura, en: Measure}
--   - {name: value, kind: real, unit: measure, it: Valore, en: Value, people: true}
--   - {name: target, kind: real, unit: measure, it: Obiettivo, en: Target}
-- protect:
--   - {count: value, keys: [measure], only: {measure: [participants, enrolments, certificates]}}
WITH reached AS (
  SELECT * FROM facts WHERE reached
),
measures AS (
  SELECT 1 AS position, 'interventions' AS measure, (SELECT CAST(COUNT(*) AS DOUBLE) FROM interventions) AS value
  UNION ALL
  SELECT 2, 'hours_delivered', (SELECT COALESCE(ROUND(CAST(SUM(TRY_CAST(hours AS DECIMAL(18, 9))) AS DOUBLE), 6), 0) FROM interventions)
  UNION ALL
  SELECT 3, 'participants', (SELECT CAST(COUNT(*) AS DOUBLE) FROM participants)
  UNION ALL
  SELECT 4, 'services', (SELECT CAST(COUNT(DISTINCT service) AS DOUBLE) FROM participants)
  UNION ALL
  SELECT 5, 'comuni_covered', (SELECT CAST(COUNT(*) AS DOUBLE) FROM comuni WHERE covered)
  UNION ALL
  SELECT 6, 'coverage', (
    SELECT CAST(SUM(CASE WHEN covered THEN 1 ELSE 0 END) AS DOUBLE) / NULLIF(CAST(COUNT(*) AS DOUBLE), 0) FROM comuni)
  UNION ALL
  SELECT 7, 'zones_covered', (SELECT CAST(COUNT(*) AS DOUBLE) FROM zones WHERE covered > 0)
  UNION ALL
  SELECT 8, 'months_active', (SELECT CAST(COUNT(DISTINCT month) AS DOUBLE) FROM activity)
  UNION ALL
  SELECT 9, 'enrolments', (SELECT CAST(COUNT(*) AS DOUBLE) FROM facts)
  UNION ALL
  SELECT 10, 'person_hours', (SELECT COALESCE(ROUND(CAST(SUM(TRY_CAST(hours_attended AS DECIMAL(18, 9))) AS DOUBLE), 6), 0) FROM facts)
  UNION ALL
  SELECT 11, 'completion_rate', (
    SELECT CAST(SUM(CASE WHEN completed THEN 1 ELSE 0 END) AS DOUBLE) / NULLIF(CAST(COUNT(completed) AS DOUBLE), 0) FROM reached)
  UNION ALL
  SELECT 12, 'certificates', (SELECT CAST(COUNT(*) AS DOUBLE) FROM facts WHERE certificate)
)
SELECT m.measure, m.value, t.target
FROM measures m
LEFT JOIN ref_targets t ON t.measure = m.measure
ORDER BY m.position
