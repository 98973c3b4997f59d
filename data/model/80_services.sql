-- The services that reached people work for. Kind and comune are those most of its people have; of two
-- with as many, the first by alphabet.
WITH kinds AS (
  SELECT service, service_kind,
    ROW_NUMBER() OVER (PARTITION BY service ORDER BY COUNT(*) DESC, service_kind) AS turn
  FROM participants
  WHERE service IS NOT NULL AND service_kind IS NOT NULL
  GROUP BY service, service_kind
),
places AS (
  SELECT service, comune,
    ROW_NUMBER() OVER (PARTITION BY service ORDER BY COUNT(*) DESC, comune) AS turn
  FROM participants
  WHERE service IS NOT NULL AND comune IS NOT NULL
  GROUP BY service, comune
),
counted AS (
  SELECT service, COUNT(*) AS participants FROM participants WHERE service IS NOT NULL GROUP BY service
)
SELECT n.service, k.service_kind, p.comune, c.zone, n.participants
FROM counted n
LEFT JOIN kinds k ON k.service = n.service AND k.turn = 1
LEFT JOIN places p ON p.service = n.service AND p.turn = 1
LEFT JOIN ref_comuni c ON c.istat_code = p.comune
