//go:build cgo

package engine_test

import (
	"formare/internal/normalise"
	"formare/internal/table"
)

// The people of the small world: codice fiscale, first eleven characters, name and birth date.
var (
	ada    = keys(101, 201, 301)
	bruno  = keys(102, 202, 302)
	carla  = keys(0, 203, 303) // never with a codice fiscale
	dora   = keys(106, 206, 306)
	elio   = keys(107, 207, 307)
	fulvia = keys(109, 209, 309)
	flavia = keys(110, 209, 310) // shares the eleven characters with fulvia
	nobody = keys(0, 0, 0)
)

func without(k table.Keys, cf, person bool) table.Keys {
	if cf {
		k.CF = table.Key{}
	}
	if person {
		k.Person = table.Key{}
	}
	return k
}

// smallWorld has four counted interventions, eight people reached, and one of every fault that the
// checks look for. The numbers that follow from it are worked out by hand in the tests.
func smallWorld() *world {
	w := &world{ref: smallReference()}
	fill(w.source("a", "anci", "2017-04", "active", 1), []normalise.Course{
		{Place: at(2), Course: "anci/C1", Title: "Scuola", Area: "istruzione", Start: day("2017-04-03"), End: day("2017-05-10"), HoursPlanned: num(12), HoursDelivered: num(12), Month: "2017-04"},
		{Place: at(3), Course: "anci/OLD", Area: "istruzione", Start: day("2017-01-10"), HoursPlanned: num(5), Month: "2017-01"},
	}, []row{
		{ada, e(5, "anci/C1").who("F", 1980).works("insegnante", "Scuola Alfa", "scuola", "054001").sat(12).certified().scores(0.4, 0.8, 0.9)},
		{without(ada, true, false), e(6, "anci/C1")},
		{bruno, e(7, "anci/C1").who("M", 1960).works("medico", "USL Beta", "sanita", "054002").sat(5).scores(0.5, 0.6, 0.7)},
		{without(carla, true, true), e(8, "anci/C1").who("F", 1990).works("", "", "", "055001").sat(9)},
		{nobody, e(9, "anci/C1").sat(0)},
		{keys(105, 205, 305), e(10, "anci/OLD").sat(5)},
	})
	attend(w.batches[0], "anci/C1", "2017-04-03", ada)

	fill(w.source("b", "aris", "2017-05", "active", 2), []normalise.Course{
		{Place: at(2), Course: "aris/C2", Title: "Diritto", Area: "giuridica", Start: day("2017-05-15"), End: day("2017-05-16"), HoursPlanned: num(8), Month: "2017-05"},
	}, []row{
		{ada, e(3, "aris/C2").works("dirigente", "Servizi Gamma", "servizi-sociali", "055001").sat(8)},
		{carla, e(4, "aris/C2").who("F", 0).sat(2)},
		{without(bruno, true, true), e(5, "aris/C2").sat(0.5).outcome("withdrawn")},
		{dora, e(6, "aris/C4").who("X", 0).works("", "", "", "058091").outcome("completed").certified()},
		{fulvia, e(7, "aris/C2").who("F", 0).sat(8)},
		{flavia, e(8, "aris/C2").who("F", 0).sat(8)},
		{keys(0, 209, 311), e(9, "aris/C2").who("F", 0).sat(8)},
	})

	fill(w.source("c", "anci", "2017-06", "active", 3), []normalise.Course{
		{Place: at(1), Course: "anci/C1", Title: "scuola", HoursDelivered: num(10), Month: "2017-06"},
		{Place: at(2), Course: "anci/C3", Area: "istruzione", Start: day("2017-06-01"), Month: "2017-06"},
		{Place: at(3), Course: "anci/LATE", Area: "istruzione", Start: day("2017-07-02"), HoursPlanned: num(20), Month: "2017-07"},
	}, []row{
		{bruno, e(2, "anci/C3")},
		{elio, e(3, "anci/C3").who("F", 1989).works("", "Scuola Alfa", "scuola", "")},
		{bruno, e(9, "anci/C1").on("Elenco").sat(11)},
		{keys(108, 208, 308), e(10, "anci/LATE").on("Elenco").sat(20)},
	})

	fill(w.source("d", "anci", "2017-04", "superseded", 4), []normalise.Course{
		{Place: at(2), Course: "anci/GONE", Area: "istruzione", Start: day("2017-04-20"), HoursPlanned: num(100), Month: "2017-04"},
	}, []row{
		{keys(120, 220, 320), e(3, "anci/GONE").works("medico", "Altrove", "sanita", "054001").sat(100)},
	})
	return w
}

type row struct {
	keys table.Keys
	line *line
}

// A line is an enrolment that is put together word by word.
type line normalise.Enrolment

func e(row int, course string) *line { return &line{Place: at(row), Course: course} }

func (l *line) on(sheet string) *line { l.Sheet = sheet; return l }

func (l *line) who(gender string, born int) *line {
	l.Person.Gender, l.Person.Birth.Year = gender, born
	return l
}

func (l *line) works(role, service, kind, comune string) *line {
	l.Role, l.Service, l.ServiceKind, l.Comune = role, service, kind, comune
	return l
}

func (l *line) sat(hours float64) *line { l.HoursAttended = &hours; return l }

func (l *line) outcome(status string) *line { l.Status = status; return l }

func (l *line) certified() *line { yes := true; l.Certificate = &yes; return l }

func (l *line) scores(before, after, satisfaction float64) *line {
	l.ScoreBefore, l.ScoreAfter, l.Satisfaction = &before, &after, &satisfaction
	return l
}

func fill(b *table.Batch, courses []normalise.Course, rows []row) {
	for i := range courses {
		must(b.AddCourse(&courses[i]))
	}
	for _, r := range rows {
		must(b.AddEnrolment((*normalise.Enrolment)(r.line), r.keys))
	}
}

func attend(b *table.Batch, course, date string, k table.Keys) {
	must(b.AddAttendance(&normalise.Attendance{Place: at(5), Course: course, Date: day(date), Present: true}, k))
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
