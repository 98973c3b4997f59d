-- rule: people-unknown
-- note: A reference of the configuration to a person whom no row is about. value is the reference.
SELECT DISTINCT
  '' AS source, CAST(NULL AS VARCHAR) AS partner, CAST(NULL AS VARCHAR) AS month, CAST(NULL AS VARCHAR) AS sheet,
  CAST(NULL AS BIGINT) AS "row", CAST(NULL AS VARCHAR) AS field, t.ref AS value, CAST(NULL AS VARCHAR) AS used
FROM told_people t
WHERE t.participant IS NULL
ORDER BY value
