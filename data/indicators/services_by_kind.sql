-- id: services_by_kind
-- title: {it: Servizi raggiunti per tipo, en: Services reached by kind}
-- note:
--   it: Un servizio è raggiunto quando vi lavora almeno un operatore formato. La riga senza tipo raccoglie i servizi di tipo ignoto.
--   en: A service is reached when at least one person trained works in it. The row without kind has the services of unknown kind.
-- unit: services
-- grain: one row for each kind of service, most services first
-- columns:
--   - {name: service_kind, kind: text, it: Tipo di servizio, en: Kind of service}
--   - {name: services, kind: integer, unit: services, it: Servizi, en: Services}
--   - {name: participants, kind: integer, unit: people, it: Operatori, en: People, people: true}
-- protect:
--   - {count: participants, keys: [service_kind]}
SELECT service_kind, COUNT(*) AS services, CAST(SUM(participants) AS BIGINT) AS participants
FROM services
GROUP BY service_kind
ORDER BY CASE WHEN service_kind IS NULL THEN 2 WHEN service_kind = 'altro' THEN 1 ELSE 0 END, COUNT(*) DESC, service_kind
