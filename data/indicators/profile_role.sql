-- id: profile_role
-- title: {it: Operatori per professione, en: People by role}
-- note:
--   it: La riga senza professione raccoglie chi non l'ha indicata.
--   en: The row without role has those who did not give it.
-- unit: people
-- grain: one row for each role, most people first
-- columns:
--   - {name: role, kind: text, it: Professione, en: Role}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
-- protect:
--   - {count: participants, keys: [role]}
SELECT role, COUNT(*) AS participants
FROM participants
GROUP BY role
ORDER BY CASE WHEN role IS NULL THEN 2 WHEN role = 'altro' THEN 1 ELSE 0 END, COUNT(*) DESC, role
