-- Every person on a counted course, reached or not, with what is known of them: of each field the value
-- that goes with the latest course, by its start; of two told for the same day that of the later source.
-- heavy
WITH told AS (
  SELECT
    l.participant, l.gender, l.birth_year, l.role, l.service, l.service_kind, l.comune,
    ROW_NUMBER() OVER (
      PARTITION BY l.participant
      ORDER BY COALESCE(CAST(i.start_date AS VARCHAR), CONCAT(i.month, '-00')), l.ord
    ) AS turn
  FROM linked l
  JOIN interventions i ON i.course = l.course
),
latest AS (
  SELECT
    participant,
    MAX_BY(gender, turn) FILTER (WHERE gender IS NOT NULL) AS gender,
    MAX_BY(birth_year, turn) FILTER (WHERE birth_year IS NOT NULL) AS birth_year,
    MAX_BY(role, turn) FILTER (WHERE role IS NOT NULL) AS role,
    MAX_BY(service, turn) FILTER (WHERE service IS NOT NULL) AS service,
    MAX_BY(service_kind, turn) FILTER (WHERE service_kind IS NOT NULL) AS service_kind,
    MAX_BY(comune, turn) FILTER (WHERE comune IS NOT NULL) AS comune
  FROM told
  GROUP BY participant
)
SELECT p.participant, p.gender, p.birth_year, p.role, p.service, p.service_kind, p.comune, c.zone, c.province
FROM latest p
LEFT JOIN ref_comuni c ON c.istat_code = p.comune
