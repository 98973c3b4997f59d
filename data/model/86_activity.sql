-- The months of the period, up to that of the report, in which a day of an intervention falls: those of its
-- attendance dates where they are known, else all from its start to its end, else its month.
WITH sat AS (
  SELECT DISTINCT t.course, SUBSTR(CAST(t."date" AS VARCHAR), 1, 7) AS month
  FROM attendance t
  JOIN active_sources a ON a.source = t.source
  WHERE t.present AND t."date" IS NOT NULL
),
dated AS (
  SELECT DISTINCT course FROM sat
),
spans AS (
  SELECT
    i.course,
    i.month AS first_month,
    COALESCE(SUBSTR(CAST(CASE WHEN i.start_date IS NULL THEN NULL ELSE i.end_date END AS VARCHAR), 1, 7), i.month) AS last_month
  FROM interventions i
  LEFT JOIN dated d ON d.course = i.course
  WHERE d.course IS NULL
)
SELECT s.course, m.month
FROM sat s
JOIN interventions i ON i.course = s.course
JOIN ref_months m ON m.month = s.month
CROSS JOIN ref_programme p
WHERE m.month <= p.report_month
UNION ALL
SELECT s.course, m.month
FROM spans s
JOIN ref_months m ON m.month BETWEEN s.first_month AND s.last_month
CROSS JOIN ref_programme p
WHERE m.month <= p.report_month
