-- The sources that count, with their order: of two that tell different things the one with the higher
-- place wins. Places are spaced so that a place and a row's number within its source add up to one
-- number that orders all rows.
-- heavy
SELECT
  s.source,
  s.partner,
  s.month,
  CAST(ROW_NUMBER() OVER (ORDER BY s.position, s.source) AS BIGINT) * 1000000000 AS place
FROM sources s
WHERE s.status = 'active'
