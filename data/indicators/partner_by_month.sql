-- id: partner_by_month
-- title: {it: Attività dei partner per mese, en: Partners' activity by month}
-- note:
--   it: Il mese è quello d'inizio dell'intervento.
--   en: The month is that of the intervention's start.
-- unit: interventions, hours and people
-- grain: one row for each partner and month of the period up to that of the report
-- columns:
--   - {name: partner, kind: text, it: Partner, en: Partner}
--   - {name: month, kind: month, it: Mese, en: Month}
--   - {name: interventions, kind: integer, unit: interventions, it: Interventi, en: Interventions}
--   - {name: hours, kind: real, unit: hours, it: Ore di lezione, en: Hours}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
-- protect:
--   - {count: participants, keys: [partner, month]}
WITH partners AS (
  SELECT partner, position FROM ref_partners
  UNION ALL
  SELECT DISTINCT i.partner, CAST(NULL AS BIGINT)
  FROM interventions i
  LEFT JOIN ref_partners p ON p.partner = i.partner
  WHERE p.partner IS NULL AND i.partner IS NOT NULL
),
lessons AS (
  SELECT partner, month, COUNT(*) AS interventions,
    COALESCE(ROUND(CAST(SUM(TRY_CAST(hours AS DECIMAL(18, 9))) AS DOUBLE), 6), 0) AS hours
  FROM interventions
  GROUP BY partner, month
),
people_in AS (
  SELECT partner, month, COUNT(DISTINCT participant) AS participants
  FROM facts
  WHERE reached
  GROUP BY partner, month
)
SELECT
  p.partner, m.month,
  COALESCE(l.interventions, 0) AS interventions,
  COALESCE(l.hours, 0) AS hours,
  COALESCE(n.participants, 0) AS participants
FROM partners p
CROSS JOIN ref_months m
CROSS JOIN ref_programme r
LEFT JOIN lessons l ON l.partner = p.partner AND l.month = m.month
LEFT JOIN people_in n ON n.partner = p.partner AND n.month = m.month
WHERE m.month <= r.report_month
ORDER BY p.position NULLS LAST, p.partner, m.month
