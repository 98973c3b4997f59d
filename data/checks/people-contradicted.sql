-- rule: people-contradicted
-- note: The configuration calls two references different people, and others of its lines make them one. value is the one, used the other.
SELECT DISTINCT
  '' AS source, CAST(NULL AS VARCHAR) AS partner, CAST(NULL AS VARCHAR) AS month, CAST(NULL AS VARCHAR) AS sheet,
  CAST(NULL AS BIGINT) AS "row", CAST(NULL AS VARCHAR) AS field, a.ref AS value, b.ref AS used
FROM told_people a
JOIN told_people b ON b.kind = a.kind AND b.item = a.item AND b.participant = a.participant AND b.side = 2
WHERE a.kind = 'different' AND a.side = 1 AND a.ref NOT LIKE '%!%' AND b.ref NOT LIKE '%!%'
ORDER BY value, used
