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
-- Last comes what the configuration tells of who is who (ref_people): rows that are of another person than
-- told leave, then people that are one are put together (link told). A reference names rows by their codice
-- fiscale, or rows without one by their key_person or key_name, or one row by its place.
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
),
matches AS (
  SELECT t.kind, t.item, t.side, FALSE AS place, l.ord, l.key_cf, l.loose_person, l.loose_name
  FROM ref_people t JOIN listed l ON l.key_cf = t."key"
  WHERE t.key_kind = 'cf'
  UNION ALL
  SELECT t.kind, t.item, t.side, FALSE, l.ord, l.key_cf, l.loose_person, l.loose_name
  FROM ref_people t JOIN listed l ON l.loose_person = t."key"
  WHERE t.key_kind = 'person'
  UNION ALL
  SELECT t.kind, t.item, t.side, FALSE, l.ord, l.key_cf, l.loose_person, l.loose_name
  FROM ref_people t JOIN listed l ON l.loose_name = t."key"
  WHERE t.key_kind = 'name'
  UNION ALL
  SELECT t.kind, t.item, t.side, TRUE, l.ord, l.key_cf, l.loose_person, l.loose_name
  FROM ref_people t
  JOIN listed l ON l."row" = t."row"
  JOIN sources o ON o.source = l.source
  WHERE t.key_kind IS NULL AND t.ref = CONCAT(o.file, '!', l.sheet, '!', CAST(l."row" AS VARCHAR))
),
named AS (
  SELECT
    m.kind, m.item, m.side, m.place, m.ord, COALESCE(m.key_cf, s.participant, -m.ord) AS participant,
    COALESCE(s.ambiguous, FALSE) AS ambiguous
  FROM matches m
  LEFT JOIN settled s ON s.loose_person = m.loose_person AND s.loose_name = m.loose_name
),
leaving AS (
  SELECT item, participant, ord, -MIN(ord) OVER (PARTITION BY item) AS own
  FROM named
  WHERE kind = 'different' AND side = 2
),
staying AS (
  SELECT DISTINCT item, participant
  FROM named
  WHERE kind = 'different' AND side = 1
),
-- Rows that fit several people were put together only because nobody could choose: what is told of one of
-- them by its place is told of that row alone.
parted AS (
  SELECT b.ord, b.own
  FROM leaving b
  JOIN staying a ON a.item = b.item AND a.participant = b.participant
  UNION ALL
  SELECT ord, -ord FROM named WHERE kind = 'same' AND place AND ambiguous
),
apart AS (
  SELECT ord, MIN(own) AS participant FROM parted GROUP BY ord
),
-- Items that share a person are one: labels go to and fro as above.
together_0 AS (
  SELECT DISTINCT n.item, COALESCE(a.participant, n.participant) AS participant
  FROM named n
  LEFT JOIN apart a ON a.ord = n.ord
  WHERE n.kind = 'same'
),
together_1 AS (
  SELECT item, participant, MIN(participant) OVER (PARTITION BY item) AS label FROM together_0
),
together_2 AS (
  SELECT item, participant, MIN(label) OVER (PARTITION BY participant) AS label FROM together_1
),
together_3 AS (
  SELECT item, participant, MIN(label) OVER (PARTITION BY item) AS label FROM together_2
),
together AS (
  SELECT participant, MIN(label) AS label FROM together_3 GROUP BY participant
)
SELECT
  l.*,
  COALESCE(t.label, a.participant, l.key_cf, s.participant, -l.ord) AS participant,
  CASE
    WHEN a.ord IS NOT NULL OR t.label IS NOT NULL AND l.key_cf IS NULL THEN 'told'
    WHEN l.key_cf IS NOT NULL THEN 'cf'
    WHEN s.link IS NOT NULL THEN s.link
    ELSE 'alone'
  END AS link,
  COALESCE(s.ambiguous, FALSE) AND a.ord IS NULL AND t.label IS NULL AS ambiguous
FROM listed l
LEFT JOIN settled s ON s.loose_person = l.loose_person AND s.loose_name = l.loose_name
LEFT JOIN apart a ON a.ord = l.ord
LEFT JOIN together t ON t.participant = COALESCE(a.participant, l.key_cf, s.participant, -l.ord)
