-- id: reach_by_month
-- title: {it: Operatori raggiunti per mese, en: People reached by month}
-- note:
--   it: Ogni operatore è nuovo nel mese del primo corso che lo ha raggiunto; il mese è quello d'inizio del corso.
--   en: Each person is new in the month of the first course that reached them; the month is that of the course's start.
-- unit: people
-- grain: one row for each month of the period up to that of the report
-- columns:
--   - {name: month, kind: month, it: Mese, en: Month}
--   - {name: new, kind: integer, unit: people, it: Nuovi operatori, en: New people, people: true}
--   - {name: active, kind: integer, unit: people, it: Operatori in formazione, en: People in training, people: true}
--   - {name: cumulative, kind: integer, unit: people, it: Operatori dall'inizio, en: People since the start, people: true}
--   - {name: target, kind: real, unit: people, it: Obiettivo, en: Target}
-- protect:
--   - {count: new, keys: [month], running: cumulative}
--   - {count: active, keys: [month]}
WITH firsts AS (
  SELECT first_month AS month, COUNT(*) AS n FROM participants GROUP BY first_month
),
present AS (
  SELECT month, COUNT(DISTINCT participant) AS n FROM facts WHERE reached GROUP BY month
)
SELECT
  m.month,
  COALESCE(f.n, 0) AS new,
  COALESCE(a.n, 0) AS active,
  CAST(SUM(COALESCE(f.n, 0)) OVER (ORDER BY m.month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS cumulative,
  t.target
FROM ref_months m
CROSS JOIN ref_programme p
LEFT JOIN firsts f ON f.month = m.month
LEFT JOIN present a ON a.month = m.month
LEFT JOIN ref_targets t ON t.measure = 'participants'
WHERE m.month <= p.report_month
ORDER BY m.month
