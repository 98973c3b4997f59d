-- One row for each participant and counted course. Of what several rows tell about the two, each field
-- has the value of the latest source that gives one. comune and zone are the person's.
--
-- reached: at least one hour attended, or the outcome says attended or completed; where no register with
-- the person gives hours or outcomes, being listed counts.
-- completed: the outcome says so, or enough of the course's hours were attended; null when it cannot be
-- known. "attended" alone tells that a course was not completed only where the course's registers do call
-- others completed.
-- heavy
WITH told AS (
  SELECT
    l.participant, l.course,
    MAX_BY(l.hours_attended, l.ord) FILTER (WHERE l.hours_attended IS NOT NULL) AS hours_attended,
    MAX_BY(l.status, l.ord) FILTER (WHERE l.status IS NOT NULL) AS status,
    MAX_BY(l.certificate, l.ord) FILTER (WHERE l.certificate IS NOT NULL) AS certificate,
    MAX_BY(l.score_before, l.ord) FILTER (WHERE l.score_before IS NOT NULL) AS score_before,
    MAX_BY(l.score_after, l.ord) FILTER (WHERE l.score_after IS NOT NULL) AS score_after,
    MAX_BY(l.satisfaction, l.ord) FILTER (WHERE l.satisfaction IS NOT NULL) AS satisfaction,
    BOOL_OR(NOT l.told) AS only_listed
  FROM linked l
  GROUP BY l.participant, l.course
),
outcomes AS (
  SELECT course, BOOL_OR(status = 'completed') AS tells_completed FROM linked GROUP BY course
)
SELECT
  t.participant, t.course, i.partner, i.area, i.kind, i.month, p.comune, p.zone,
  t.hours_attended, i.hours_planned, t.status,
  COALESCE(t.hours_attended >= 0.999999, FALSE)
    OR COALESCE(t.status IN ('attended', 'completed'), FALSE)
    OR (t.hours_attended IS NULL AND t.status IS NULL AND t.only_listed) AS reached,
  CASE
    WHEN t.status = 'completed' THEN TRUE
    WHEN t.hours_attended IS NOT NULL AND COALESCE(i.hours_planned, i.hours) > 0
      THEN t.hours_attended + 0.000001 >= r.completion_threshold * COALESCE(i.hours_planned, i.hours)
    WHEN t.status = 'withdrawn' THEN FALSE
    WHEN t.status = 'attended' AND o.tells_completed THEN FALSE
  END AS completed,
  t.certificate, t.score_before, t.score_after, t.satisfaction
FROM told t
JOIN interventions i ON i.course = t.course
JOIN people p ON p.participant = t.participant
LEFT JOIN outcomes o ON o.course = t.course
CROSS JOIN ref_programme r
