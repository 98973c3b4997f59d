-- id: coverage_by_zone
-- title: {it: Copertura per zona sociale, en: Coverage by zona sociale}
-- note:
--   it: Un comune è coperto quando vi lavora almeno un operatore formato.
--   en: A comune is covered when at least one person trained works there.
-- unit: comuni and people
-- grain: one row for each zona sociale
-- columns:
--   - {name: zone, kind: text, it: Zona sociale, en: Zona sociale}
--   - {name: comuni, kind: integer, unit: comuni, it: Comuni, en: Comuni}
--   - {name: covered, kind: integer, unit: comuni, it: Comuni coperti, en: Comuni covered}
--   - {name: share, kind: real, unit: share, it: Quota dei comuni, en: Share of the comuni}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
--   - {name: per_10k_residents, kind: real, unit: per_10k, it: "Ogni 10.000 residenti", en: "Per 10,000 residents", people: true}
--   - {name: residents, kind: integer, unit: residents, it: Residenti, en: Residents}
--   - {name: residents_share, kind: real, unit: share, it: Quota dei residenti, en: Share of the residents}
--   - {name: residents_year, kind: integer, unit: year, it: Anno dei residenti, en: Year of the residents}
-- protect:
--   - {count: participants, keys: [zone], derived: [per_10k_residents]}
WITH years AS (
  SELECT zone, MAX(residents_year) AS residents_year FROM comuni GROUP BY zone
)
SELECT
  z.zone, z.comuni, z.covered,
  CAST(z.covered AS DOUBLE) / NULLIF(CAST(z.comuni AS DOUBLE), 0) AS share,
  z.participants,
  ROUND(CAST(z.participants AS DOUBLE) * 10000 / NULLIF(CAST(z.residents AS DOUBLE), 0), 6) AS per_10k_residents,
  z.residents,
  CAST(z.residents_covered AS DOUBLE) / NULLIF(CAST(z.residents AS DOUBLE), 0) AS residents_share,
  y.residents_year
FROM zones z
LEFT JOIN years y ON y.zone = z.zone
ORDER BY z.number NULLS LAST, z.zone
