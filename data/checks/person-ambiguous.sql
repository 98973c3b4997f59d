-- rule: person-ambiguous
-- note: A row without codice fiscale that fits more than one person, and was given to none of them.
SELECT
  l.source, l.partner, s.month, l.sheet, l."row", CAST(NULL AS VARCHAR) AS field,
  CAST(NULL AS VARCHAR) AS value, CAST(NULL AS VARCHAR) AS used
FROM linked l
JOIN active_sources s ON s.source = l.source
WHERE l.ambiguous
ORDER BY l.ord
