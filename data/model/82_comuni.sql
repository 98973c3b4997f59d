-- All comuni of the region with the reached people who work there. A comune is covered when there is one.
-- heavy
WITH counted AS (
  SELECT comune, COUNT(*) AS participants FROM participants WHERE comune IS NOT NULL GROUP BY comune
)
SELECT
  c.istat_code, c.name, c.province, c.zone, c.residents, c.residents_year,
  COALESCE(n.participants, 0) AS participants,
  n.participants IS NOT NULL AS covered
FROM ref_comuni c
LEFT JOIN counted n ON n.comune = c.istat_code
