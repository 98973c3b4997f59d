-- id: targets
-- title: {it: Obiettivi, en: Targets}
-- note:
--   it: Solo le misure per cui il programma ha fissato un obiettivo.
--   en: Only the measures that the programme has set a target for.
-- unit: number
-- grain: one row a measure with a target
-- columns:
--   - {name: measure, kind: text, it: Misura, en: Measure}
--   - {name: value, kind: real, unit: measure, it: Valore, en: Value, people: true}
--   - {name: target, kind: real, unit: measure, it: Obiettivo, en: Target}
--   - {name: share, kind: real, unit: share, it: Quota dell'obiettivo, en: Share of the target, people: true}
-- protect:
--   - {count: value, keys: [measure], derived: [share], only: {measure: [participants, enrolments, certificates]}}
SELECT measure, value, target, value / target AS share
FROM headline
WHERE target > 0
ORDER BY CASE measure
  WHEN 'interventions' THEN 1 WHEN 'hours_delivered' THEN 2 WHEN 'participants' THEN 3 WHEN 'services' THEN 4
  WHEN 'comuni_covered' THEN 5 WHEN 'coverage' THEN 6 WHEN 'zones_covered' THEN 7 WHEN 'months_active' THEN 8
  WHEN 'enrolments' THEN 9 WHEN 'person_hours' THEN 10 WHEN 'completion_rate' THEN 11 ELSE 12 END
