-- Every row of an active source that puts a person on a course, with the participant it is about.
--
-- Rows with the same key_cf are one person. A row without it joins the person whose key_person it shares,
-- if there is just one; else the one whose key_name it shares, if there is just one (link person, name).
-- What is left tries once more against the rows that have joined so far: "Rossi Maria" joins
-- "Rossi Maria Grazia" through a third row that has a key in common with each. Then rows that share a key
-- among themselves are one person (link group); a row without any key stands alone. ambiguous says that a
-- key is shared with more than one person, so that none could be chosen.
--
-- participant is the key_cf, or the smallest key of the group, or for a row alone its place in the order
-- of all rows, negative.
--
-- loose_person and loose_name are the keys of a row without codice fiscale, 0 for none, so that they join as
-- plain numbers.
--
-- told says that the row's register gives hours or outcomes at all; where it does not, being listed
-- counts as having been reached.
-- heavy
WITH listed AS (
  SELECT
    e.*,
    a.place + ROW_NUMBER() OVER (
      PARTITION BY e.source
      ORDER BY e.sheet, e."row", e.course, e.key_cf NULLS LAST, e.key_person NULLS LAST, e.key_name NULLS LAST,
        e.status NULLS LAST, e.hours_attended NULLS LAST, e.service NULLS LAST, e.comune NULLS LAST
    ) AS ord,
    CASE WHEN e.key_cf IS NULL THEN COALESCE(e.key_person, 0) END AS loose_person,
    CASE WHEN e.key_cf IS NULL THEN COALESCE(e.key_name, 0) END AS loose_name,
    MAX(CASE WHEN e.hours_attended IS NOT NULL OR e.status IS NOT NULL THEN 1 ELSE 0 END)
      OVER (PARTITION BY e.source, e.sheet) = 1 AS told
  FROM enrolments e
  JOIN active_sources a ON a.source = e.source
  JOIN reported_courses r ON r.course = e.course
  CROSS JOIN ref_programme p
  WHERE r.month <= p.report_month
),
cf_by_person AS (
  SELECT key_person AS loose_person, MIN(key_cf) AS low, MAX(key_cf) AS high
  FROM listed
  WHERE key_cf IS NOT NULL AND key_person IS NOT NULL
  GROUP BY key_person
),
cf_by_name AS (
  SELECT key_name AS loose_name, MIN(key_cf) AS low, MAX(key_cf) AS high
  FROM listed
  WHERE key_cf IS NOT NULL AND key_name IS NOT NULL
  GROUP BY key_name
),
-- The distinct keys of rows without codice fiscale: far fewer than the rows.
loose AS (
  SELECT DISTINCT loose_person, loose_name
  FROM listed
  WHERE loose_person <> 0 OR loose_name <> 0
),
first_try AS (
  SELECT
    l.loose_person, l.loose_name,
    CASE WHEN p.low = p.high THEN p.low WHEN n.low = n.high THEN n.low END AS joined,
    CASE WHEN p.low = p.high THEN 'person' WHEN n.low = n.high THEN 'name' END AS link,
    COALESCE(p.low < p.high, FALSE) OR COALESCE(n.low < n.high, FALSE) AS shared
  FROM loose l
  LEFT JOIN cf_by_person p ON p.loose_person = l.loose_person
  LEFT JOIN cf_by_name n ON n.loose_name = l.loose_name
),
joined_by_person AS (
  SELECT loose_person, MIN(joined) AS low, MAX(joined) AS high
  FROM first_try
  WHERE joined IS NOT NULL AND loose_person <> 0
  GROUP BY loose_person
),
joined_by_name AS (
  SELECT loose_name, MIN(joined) AS low, MAX(joined) AS high
  FROM first_try
  WHERE joined IS NOT NULL AND loose_name <> 0
  GROUP BY loose_name
),
second_try AS (
  SELECT
    f.loose_person, f.loose_name, f.shared,
    CASE WHEN f.joined IS NOT NULL THEN f.joined WHEN f.shared THEN NULL
      WHEN p.low = p.high THEN p.low WHEN n.low = n.high THEN n.low END AS joined,
    CASE WHEN f.joined IS NOT NULL THEN f.link WHEN f.shared THEN NULL
      WHEN p.low = p.high THEN 'person' WHEN n.low = n.high THEN 'name' END AS link
  FROM first_try f
  LEFT JOIN joined_by_person p ON p.loose_person = f.loose_person
  LEFT JOIN joined_by_name n ON n.loose_name = f.loose_name
),
-- Keys that are left are grouped by handing the smallest key to and fro between those that share one.
-- Four turns reach every row of a person written in as many as three ways.
turn_0 AS (
  SELECT loose_person, loose_name, shared, CASE WHEN loose_name <> 0 THEN loose_name ELSE loose_person END AS label
  FROM second_try
  WHERE joined IS NULL
),
turn_1 AS (
  SELECT loose_person, loose_name, shared,
    CASE WHEN loose_person = 0 THEN label ELSE MIN(label) OVER (PARTITION BY loose_person) END AS label
  FROM turn_0
),
turn_2 AS (
  SELECT loose_person, loose_name, shared,
    CASE WHEN loose_name = 0 THEN label ELSE MIN(label) OVER (PARTITION BY loose_name) END AS label
  FROM turn_1
),
turn_3 AS (
  SELECT loose_person, loose_name, shared,
    CASE WHEN loose_person = 0 THEN label ELSE MIN(label) OVER (PARTITION BY loose_person) END AS label
  FROM turn_2
),
turn_4 AS (
  SELECT loose_person, loose_name, shared,
    CASE WHEN loose_name = 0 THEN label ELSE MIN(label) OVER (PARTITION BY loose_name) END AS label
  FROM turn_3
),
settled AS (
  SELECT loose_person, loose_name, joined AS participant, link, FALSE AS ambiguous
  FROM second_try
  WHERE joined IS NOT NULL
  UNION ALL
  SELECT loose_person, loose_name, label, 'group', shared
  FROM turn_4
)
SELECT
  l.*,
  COALESCE(l.key_cf, s.participant, -l.ord) AS participant,
  CASE WHEN l.key_cf IS NOT NULL THEN 'cf' WHEN s.link IS NOT NULL THEN s.link ELSE 'alone' END AS link,
  COALESCE(s.ambiguous, FALSE) AS ambiguous
FROM listed l
LEFT JOIN settled s ON s.loose_person = l.loose_person AND s.loose_name = l.loose_name
