-- All zone sociali with their comuni and the reached people who work there.
WITH counted AS (
  SELECT
    zone,
    COUNT(*) AS comuni,
    CAST(SUM(CASE WHEN covered THEN 1 ELSE 0 END) AS BIGINT) AS covered,
    CAST(SUM(participants) AS BIGINT) AS participants,
    CAST(SUM(residents) AS BIGINT) AS residents,
    CAST(SUM(CASE WHEN covered THEN residents ELSE 0 END) AS BIGINT) AS residents_covered
  FROM comuni
  GROUP BY zone
)
SELECT
  z.zone, z.number, z.capofila,
  COALESCE(n.comuni, 0) AS comuni, COALESCE(n.covered, 0) AS covered, COALESCE(n.participants, 0) AS participants,
  n.residents, n.residents_covered
FROM ref_zones z
LEFT JOIN counted n ON n.zone = z.zone
