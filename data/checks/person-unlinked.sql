-- rule: person-unlinked
-- note: A row without codice fiscale and without birth date has nothing to be linked by, so its person may be counted twice.
SELECT
  l.source, l.partner, s.month, l.sheet, l."row", CAST(NULL AS VARCHAR) AS field,
  CAST(NULL AS VARCHAR) AS value, CAST(NULL AS VARCHAR) AS used
FROM linked l
JOIN active_sources s ON s.source = l.source
WHERE l.link = 'alone'
ORDER BY l.ord
