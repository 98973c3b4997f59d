-- id: completion_by_area
-- title: {it: Dall'iscrizione all'attestato, en: From enrolment to certificate}
-- note:
--   it: Si contano le iscrizioni, non le persone. Completa chi ha questo esito o ha frequentato almeno la quota di ore stabilita. La riga senza area raccoglie i corsi di area ignota.
--   en: Enrolments are counted, not people. Completed means that the outcome says so, or that the share of hours set was attended. The row without area has the courses of unknown area.
-- unit: enrolments
-- grain: one row for each area, and one without if there are enrolments of unknown area
-- columns:
--   - {name: area, kind: text, it: Area, en: Area}
--   - {name: enrolled, kind: integer, unit: enrolments, it: Iscritti, en: Enrolled, people: true}
--   - {name: attended, kind: integer, unit: enrolments, it: Frequentanti, en: Attended, people: true}
--   - {name: completed, kind: integer, unit: enrolments, it: Hanno completato, en: Completed, people: true}
--   - {name: certified, kind: integer, unit: enrolments, it: Con attestato, en: Certified, people: true}
--   - {name: known, kind: integer, unit: enrolments, it: Frequentanti di esito noto, en: Attended with a known outcome, people: true}
-- protect:
--   - {count: enrolled, keys: [area]}
--   - {count: attended, keys: [area], derived: [known]}
--   - {count: completed, keys: [area]}
--   - {count: certified, keys: [area]}
WITH areas AS (
  SELECT area, position FROM ref_areas
  UNION ALL
  SELECT DISTINCT COALESCE(f.area, ''), CAST(NULL AS BIGINT)
  FROM facts f
  LEFT JOIN ref_areas a ON a.area = f.area
  WHERE a.area IS NULL
),
counted AS (
  SELECT
    COALESCE(area, '') AS area,
    COUNT(*) AS enrolled,
    COUNT(CASE WHEN reached THEN 1 END) AS attended,
    COUNT(CASE WHEN reached AND completed THEN 1 END) AS completed,
    COUNT(CASE WHEN certificate THEN 1 END) AS certified,
    COUNT(CASE WHEN reached THEN completed END) AS known
  FROM facts
  GROUP BY COALESCE(area, '')
)
SELECT
  NULLIF(a.area, '') AS area,
  COALESCE(n.enrolled, 0) AS enrolled,
  COALESCE(n.attended, 0) AS attended,
  COALESCE(n.completed, 0) AS completed,
  COALESCE(n.certified, 0) AS certified,
  COALESCE(n.known, 0) AS known
FROM areas a
LEFT JOIN counted n ON n.area = a.area
ORDER BY a.position NULLS LAST, NULLIF(a.area, '') NULLS LAST
