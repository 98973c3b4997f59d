-- The people who were reached, one row each. first_month is that of the first course that reached them;
-- hours are all those that they attended.
-- heavy
WITH reached AS (
  SELECT
    participant,
    MIN(month) AS first_month,
    COUNT(*) AS courses,
    CAST(SUM(TRY_CAST(hours_attended AS DECIMAL(18, 9))) AS DOUBLE) AS hours
  FROM facts
  WHERE reached
  GROUP BY participant
)
SELECT
  p.participant, p.gender, p.birth_year, p.role, p.service, p.service_kind, p.comune, p.zone, p.province,
  r.first_month, r.courses, r.hours
FROM reached r
JOIN people p ON p.participant = r.participant
