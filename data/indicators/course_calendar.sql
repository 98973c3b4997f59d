-- id: course_calendar
-- title: {it: Calendario degli interventi, en: Calendar of interventions}
-- note:
--   it: Le ore sono quelle erogate o, dove non sono note, quelle previste. Gli operatori sono quelli raggiunti.
--   en: Hours are those delivered or, where unknown, those planned. People are those reached.
-- unit: interventions
-- grain: one row for each intervention
-- columns:
--   - {name: course, kind: text, it: Intervento, en: Intervention}
--   - {name: partner, kind: text, it: Partner, en: Partner}
--   - {name: area, kind: text, it: Area, en: Area}
--   - {name: start_date, kind: date, it: Inizio, en: Start}
--   - {name: end_date, kind: date, it: Fine, en: End}
--   - {name: hours, kind: real, unit: hours, it: Ore, en: Hours}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
--   - {name: title, kind: text, it: Titolo, en: Title}
--   - {name: kind, kind: text, it: Tipo, en: Kind}
--   - {name: month, kind: month, it: Mese, en: Month}
-- protect:
--   - {count: participants, keys: [course], within: [partner]}
WITH people_on AS (
  SELECT course, COUNT(*) AS participants FROM facts WHERE reached GROUP BY course
)
SELECT
  i.course, i.partner, i.area, i.start_date, i.end_date, i.hours,
  COALESCE(n.participants, 0) AS participants,
  i.title, i.kind, i.month
FROM interventions i
LEFT JOIN people_on n ON n.course = i.course
ORDER BY COALESCE(CAST(i.start_date AS VARCHAR), CONCAT(i.month, '-99')), i.course
