-- id: reach_by_comune
-- title: {it: Operatori raggiunti per comune, en: People reached by comune}
-- note:
--   it: Il comune è quello della sede di lavoro. Gli operatori di altre regioni o di comune ignoto non compaiono.
--   en: The comune is that of the workplace. People from other regions, or whose comune is unknown, are not shown.
-- unit: people
-- grain: one row for each comune of the region
-- columns:
--   - {name: istat_code, kind: text, it: Codice ISTAT, en: ISTAT code}
--   - {name: name, kind: text, it: Comune, en: Comune}
--   - {name: zone, kind: text, it: Zona sociale, en: Zona sociale}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
--   - {name: per_10k_residents, kind: real, unit: per_10k, it: "Ogni 10.000 residenti", en: "Per 10,000 residents", people: true}
--   - {name: residents, kind: integer, unit: residents, it: Residenti, en: Residents}
--   - {name: residents_year, kind: integer, unit: year, it: Anno dei residenti, en: Year of the residents}
--   - {name: province, kind: text, it: Provincia, en: Province}
-- protect:
--   - {count: participants, keys: [istat_code], within: [zone], derived: [per_10k_residents]}
SELECT
  istat_code, name, zone, participants,
  ROUND(CAST(participants AS DOUBLE) * 10000 / NULLIF(CAST(residents AS DOUBLE), 0), 6) AS per_10k_residents,
  residents, residents_year, province
FROM comuni
ORDER BY istat_code
