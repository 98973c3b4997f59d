-- Pairs of rows that an analyst should look at: of two people who may be one (may_be one), or of one
-- person who may be two (may_be two). Of each pair the surest reason:
--
-- name-and-birth   the same name and birth date, but two codici fiscali, or one key too many to choose by
-- leading          the same first eleven characters of the codice fiscale
-- name-and-day     the same name, born on the same day of another year, or with day and month exchanged
-- name-and-year    the same name, born on another day of the same year
-- name-alone       the same name, and of one of the two no birth date
-- part-and-birth   the same birth date, and surname or given name that sound alike
-- two-genders      one person of two genders
-- two-names        one person of names that have nothing in common
--
-- Two valid codici fiscali with different names or years are no doubt. A key that more than twelve people
-- share tells nothing. The earlier row comes first. ref is what formare.yaml takes under people. What it has settled is not listed.
WITH people AS (
  SELECT
    participant, MIN(ord) AS ord,
    MIN(CASE WHEN gender <> 'X' THEN gender END) AS gender_low, MAX(CASE WHEN gender <> 'X' THEN gender END) AS gender_high,
    MIN(comune) AS comune, MIN(service) AS service,
    MAX(CASE WHEN key_cf IS NULL THEN 0 ELSE 1 END) AS coded,
    MAX(CASE WHEN key_name IS NULL AND key_cf IS NULL AND key_person IS NULL THEN 0 ELSE 1 END) AS dated
  FROM linked
  GROUP BY participant
),
held AS (
  SELECT 'leading' AS reason, key_person AS "key", 0 AS born, 0 AS part, participant FROM linked WHERE key_person IS NOT NULL
  UNION SELECT 'name-and-birth', key_name, 0, 0, participant FROM linked WHERE key_name IS NOT NULL
  UNION SELECT 'name-and-day', near_day, 0, 0, participant FROM linked WHERE near_day IS NOT NULL
  UNION SELECT 'name-and-year', near_names, birth_year, 0, participant FROM linked WHERE near_names IS NOT NULL AND birth_year IS NOT NULL
  UNION SELECT 'name-alone', near_names, 0, 0, participant FROM linked WHERE near_names IS NOT NULL
  UNION SELECT 'part-and-birth', near_surname, 0, 1, participant FROM linked WHERE near_surname IS NOT NULL
  UNION SELECT 'part-and-birth', near_given, 0, 2, participant FROM linked WHERE near_given IS NOT NULL
),
shared AS (
  SELECT reason, "key", born, COUNT(*) AS holders
  FROM held
  GROUP BY reason, "key", born
  HAVING COUNT(*) BETWEEN 2 AND 12
),
sized AS (
  SELECT h.*, s.holders
  FROM held h
  JOIN shared s ON s.reason = h.reason AND s."key" = h."key" AND s.born = h.born
),
met AS (
  SELECT a.reason, a.participant AS a, b.participant AS b, a.holders, CASE WHEN a.part = 1 AND b.part = 1 THEN 1 ELSE 0 END AS surnames
  FROM sized a
  JOIN sized b ON b.reason = a.reason AND b."key" = a."key" AND b.born = a.born
  WHERE a.participant <> b.participant
),
weighed AS (
  SELECT
    m.reason, m.a, m.b, a.ord AS ord_a, b.ord AS ord_b,
    CASE m.reason
      WHEN 'name-and-birth' THEN 85
      WHEN 'leading' THEN 70
      WHEN 'name-and-day' THEN CASE WHEN a.coded + b.coded = 2 THEN 40 ELSE 75 END
      WHEN 'name-and-year' THEN 65
      WHEN 'name-alone' THEN CASE WHEN m.holders = 2 THEN 70 ELSE 45 END
      ELSE 55 + 10 * m.surnames
    END
    + CASE WHEN a.comune = b.comune THEN 5 ELSE 0 END
    + CASE WHEN a.service = b.service THEN 5 ELSE 0 END
    - CASE WHEN a.gender_high < b.gender_low OR b.gender_high < a.gender_low THEN 25 ELSE 0 END AS weight
  FROM met m
  JOIN people a ON a.participant = m.a
  JOIN people b ON b.participant = m.b
  WHERE a.ord < b.ord
    AND (m.reason NOT IN ('name-and-year', 'part-and-birth') OR a.coded + b.coded < 2)
    AND (m.reason <> 'name-alone' OR a.dated + b.dated < 2)
    AND (m.reason <> 'part-and-birth' OR NOT COALESCE(a.gender_high < b.gender_low OR b.gender_high < a.gender_low, FALSE))
),
surest AS (
  SELECT reason, ord_a, ord_b, a, b, weight, 'one' AS may_be
  FROM (SELECT w.*, ROW_NUMBER() OVER (PARTITION BY a, b ORDER BY weight DESC, reason) AS turn FROM weighed w) r
  WHERE turn = 1
),
two_genders AS (
  SELECT
    'two-genders' AS reason, MIN(CASE WHEN l.gender = p.gender_low THEN l.ord END) AS ord_a,
    MIN(CASE WHEN l.gender = p.gender_high THEN l.ord END) AS ord_b, l.participant AS a, l.participant AS b, 50 AS weight, 'two' AS may_be
  FROM linked l
  JOIN people p ON p.participant = l.participant
  WHERE p.gender_low < p.gender_high
  GROUP BY l.participant
),
two_names AS (
  SELECT 'two-names' AS reason, f.ord AS ord_a, MIN(l.ord) AS ord_b, f.participant AS a, f.participant AS b, 55 AS weight, 'two' AS may_be
  FROM people p
  JOIN linked f ON f.ord = p.ord
  JOIN linked l ON l.participant = f.participant
  WHERE l.near_surname NOT IN (f.near_surname, f.near_given) AND l.near_given NOT IN (f.near_surname, f.near_given)
  GROUP BY f.ord, f.participant
),
doubts AS (
  SELECT * FROM surest
  UNION ALL SELECT * FROM two_genders
  UNION ALL SELECT * FROM two_names
),
settled AS (
  SELECT DISTINCT x.participant AS a, y.participant AS b
  FROM told_people x
  JOIN told_people y ON y.kind = x.kind AND y.item = x.item AND y.ref <> x.ref
  WHERE x.kind = 'different' OR x.participant = y.participant
),
-- A key of rows without codice fiscale refers to a person only if all its rows are that person's.
by_name AS (
  SELECT loose_name FROM linked WHERE loose_name <> 0 GROUP BY loose_name HAVING MIN(participant) = MAX(participant)
),
by_person AS (
  SELECT loose_person FROM linked WHERE loose_person <> 0 GROUP BY loose_person HAVING MIN(participant) = MAX(participant)
),
places AS (
  SELECT
    l.ord, l.source, o.file, l.sheet, l."row", l.partner,
    CONCAT(o.file, '!', l.sheet, '!', CAST(l."row" AS VARCHAR)) AS place,
    CASE
      WHEN l.ambiguous THEN NULL
      WHEN l.key_cf IS NOT NULL THEN CONCAT('cf:', CAST(l.key_cf AS VARCHAR))
      WHEN n.loose_name IS NOT NULL THEN CONCAT('name:', CAST(l.loose_name AS VARCHAR))
      WHEN p.loose_person IS NOT NULL THEN CONCAT('person:', CAST(l.loose_person AS VARCHAR))
    END AS pseudonym
  FROM linked l
  JOIN sources o ON o.source = l.source
  LEFT JOIN by_name n ON n.loose_name = l.loose_name
  LEFT JOIN by_person p ON p.loose_person = l.loose_person
  WHERE l.ord IN (SELECT ord_a FROM doubts UNION SELECT ord_b FROM doubts)
)
SELECT
  d.may_be, d.reason, CAST(d.weight AS DOUBLE) / 100 AS score,
  CASE WHEN d.may_be = 'one' THEN COALESCE(x.pseudonym, x.place) ELSE x.place END AS ref_a,
  x.file AS file_a, x.sheet AS sheet_a, x."row" AS row_a, d.a AS participant_a,
  CASE WHEN d.may_be = 'one' THEN COALESCE(y.pseudonym, y.place) ELSE y.place END AS ref_b,
  y.file AS file_b, y.sheet AS sheet_b, y."row" AS row_b, d.b AS participant_b
FROM doubts d
JOIN places x ON x.ord = d.ord_a
JOIN places y ON y.ord = d.ord_b
LEFT JOIN settled s ON s.a = d.a AND s.b = d.b
WHERE s.a IS NULL
ORDER BY d.weight DESC, d.ord_a, d.ord_b, d.reason
