-- rule: outcome-unknown
-- note: A sheet that gives neither hours nor outcomes; whoever is listed counts as reached. value is the number of rows.
SELECT
  l.source, MIN(l.partner) AS partner, s.month, l.sheet, CAST(NULL AS BIGINT) AS "row", 'status' AS field,
  CAST(COUNT(*) AS VARCHAR) AS value, CAST(NULL AS VARCHAR) AS used
FROM linked l
JOIN active_sources s ON s.source = l.source
WHERE NOT l.told
GROUP BY l.source, s.month, l.sheet, s.place
ORDER BY s.place, l.sheet
