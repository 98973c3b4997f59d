-- The courses that are counted. hours is what was delivered or, where that is unknown, what was planned.
-- heavy
SELECT
  r.course, r.partner, r.code, r.edition, r.title, r.kind, r.area, r.venue, r.venue_comune, c.zone AS venue_zone,
  r.start_date, r.end_date, r.hours_planned, r.hours_delivered,
  COALESCE(r.hours_delivered, r.hours_planned) AS hours,
  r.places, r.month
FROM reported_courses r
LEFT JOIN ref_comuni c ON c.istat_code = r.venue_comune
WHERE r.counted
