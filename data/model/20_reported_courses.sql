-- Every course that an active source reports, one row a course: of each field the value of the latest
-- source that has one. A course counts as an intervention (counted) when it has a start date or any
-- enrolment, and its month lies inside the programme's period and not after the month of the report.
-- heavy
WITH reports AS (
  SELECT
    c.*,
    a.month AS source_month,
    a.place + ROW_NUMBER() OVER (
      PARTITION BY c.source
      ORDER BY c.sheet, c."row", c.course, c.title NULLS LAST, c.start_date NULLS LAST, c.end_date NULLS LAST,
        c.hours_delivered NULLS LAST, c.hours_planned NULLS LAST
    ) AS ord
  FROM courses c
  JOIN active_sources a ON a.source = c.source
),
merged AS (
  SELECT
    course,
    MAX_BY(partner, ord) FILTER (WHERE partner IS NOT NULL) AS partner,
    MAX_BY(code, ord) FILTER (WHERE code IS NOT NULL) AS code,
    MAX_BY(edition, ord) FILTER (WHERE edition IS NOT NULL) AS edition,
    MAX_BY(title, ord) FILTER (WHERE title IS NOT NULL) AS title,
    MAX_BY(kind, ord) FILTER (WHERE kind IS NOT NULL) AS kind,
    MAX_BY(area, ord) FILTER (WHERE area IS NOT NULL) AS area,
    MAX_BY(venue, ord) FILTER (WHERE venue IS NOT NULL) AS venue,
    MAX_BY(venue_comune, ord) FILTER (WHERE venue_comune IS NOT NULL) AS venue_comune,
    MAX_BY(start_date, ord) FILTER (WHERE start_date IS NOT NULL) AS start_date,
    MAX_BY(end_date, ord) FILTER (WHERE end_date IS NOT NULL) AS end_date,
    MAX_BY(hours_planned, ord) FILTER (WHERE hours_planned IS NOT NULL) AS hours_planned,
    MAX_BY(hours_delivered, ord) FILTER (WHERE hours_delivered IS NOT NULL) AS hours_delivered,
    MAX_BY(places, ord) FILTER (WHERE places IS NOT NULL) AS places,
    MAX_BY(COALESCE(month, source_month), ord) FILTER (WHERE COALESCE(month, source_month) IS NOT NULL) AS month
  FROM reports
  GROUP BY course
),
enrolled AS (
  SELECT e.course, MIN(e.partner) AS partner, COALESCE(MIN(e.month), MIN(a.month)) AS month
  FROM enrolments e
  JOIN active_sources a ON a.source = e.source
  GROUP BY e.course
),
dated AS (
  SELECT
    COALESCE(m.course, e.course) AS course,
    COALESCE(m.partner, e.partner) AS partner,
    m.code, m.edition, m.title, m.kind, m.area, m.venue, m.venue_comune, m.start_date,
    CASE WHEN m.end_date < m.start_date THEN m.start_date ELSE m.end_date END AS end_date,
    m.hours_planned, m.hours_delivered, m.places,
    COALESCE(SUBSTR(CAST(m.start_date AS VARCHAR), 1, 7), m.month, e.month) AS month,
    m.start_date IS NOT NULL OR e.course IS NOT NULL AS held
  FROM merged m
  FULL OUTER JOIN enrolled e ON e.course = m.course
)
SELECT
  d.*,
  COALESCE(d.month BETWEEN p.first_month AND p.last_month, FALSE) AS in_period,
  COALESCE(d.held AND d.month BETWEEN p.first_month AND p.last_month AND d.month <= p.report_month, FALSE) AS counted
FROM dated d
CROSS JOIN ref_programme p
