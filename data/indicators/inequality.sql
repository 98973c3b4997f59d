-- id: inequality
-- title: {it: Quanto è diffusa la formazione, en: How evenly training is spread}
-- note:
--   it: Comuni in ordine di operatori per residente, dal meno raggiunto. Quota degli operatori che lavorano dove vive ogni decimo dei residenti, cumulata. Indice di Gini da 0 (uguale ovunque) a 1.
--   en: Comuni by people reached per resident, least reached first. Share of the people who work where each tenth of the residents lives, running. Gini index from 0 (the same everywhere) to 1.
-- unit: share
-- grain: one row for each tenth of the residents, from 0 to 1; never one a comune, which would rebuild protected counts
-- columns:
--   - {name: residents_share, kind: real, unit: share, it: Quota dei residenti, en: Share of the residents}
--   - {name: participants_share, kind: real, unit: share, it: Quota degli operatori, en: Share of the people}
--   - {name: gini, kind: real, unit: index, it: Indice di Gini, en: Gini index}
-- # All sums are of whole numbers, so that no order of adding changes them.
WITH ordered AS (
  SELECT
    residents, participants,
    ROW_NUMBER() OVER (ORDER BY CAST(participants AS DOUBLE) / CAST(residents AS DOUBLE), istat_code) AS turn
  FROM comuni
  WHERE residents > 0
),
running AS (
  SELECT
    residents, participants,
    CAST(SUM(residents) OVER (ORDER BY turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS residents_to,
    CAST(SUM(participants) OVER (ORDER BY turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS participants_to
  FROM ordered
),
totals AS (
  SELECT
    CAST(SUM(residents) AS DOUBLE) AS residents,
    CAST(SUM(participants) AS DOUBLE) AS participants,
    CAST(SUM(residents * (2 * participants_to - participants)) AS DOUBLE) AS under
  FROM running
),
tenths AS (
  SELECT 0 AS k UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5
  UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9 UNION ALL SELECT 10
),
-- The comune in which each tenth ends: the curve is straight inside it.
reached AS (
  SELECT
    k.k,
    MAX(CAST(r.participants_to - r.participants AS DOUBLE)
      + CAST(r.participants AS DOUBLE) * (CAST(k.k AS DOUBLE) * t.residents / 10 - CAST(r.residents_to - r.residents AS DOUBLE))
        / CAST(r.residents AS DOUBLE)) AS participants
  FROM tenths k
  CROSS JOIN totals t
  JOIN running r
    ON CAST(r.residents_to - r.residents AS DOUBLE) < CAST(k.k AS DOUBLE) * t.residents / 10
    AND CAST(r.residents_to AS DOUBLE) >= CAST(k.k AS DOUBLE) * t.residents / 10
  GROUP BY k.k
)
SELECT
  CAST(k.k AS DOUBLE) / 10 AS residents_share,
  CASE WHEN t.participants > 0 THEN ROUND(COALESCE(r.participants, 0) / t.participants, 6) END AS participants_share,
  CASE WHEN t.participants > 0 THEN ROUND(1 - t.under / (t.residents * t.participants), 6) END AS gini
FROM tenths k
CROSS JOIN totals t
LEFT JOIN reached r ON r.k = k.k
ORDER BY k.k
