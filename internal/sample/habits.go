package sample

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// habits are how one partner writes values.
type habits struct {
	upper      bool
	days       func(time.Time) cell // dates of birth and of courses
	hours      func(float64) cell
	genders    [2]string // of women and men
	yes, no    string
	statuses   map[string]string
	scale      float64 // of the tests
	comuni     bool    // writes them in many ways
	givenFirst bool    // in a column with both names
	liking     func(int) cell
	kinds      map[string]string
	areas      map[string][]string
}

// tell gives the cell for a field of an enrolment and notes in r what it must become.
func (h *habits) tell(rng *rand.Rand, e *enrolment, field string, r *row) cell {
	switch field {
	case "codice_fiscale", "surname", "given_name", "full_name", "birth_date", "birth_place", "gender", "email":
		return h.identity(e, field, r)
	case "role":
		r.role = e.person.role.name
		return h.word(e.person.role.write(rng, e.person.gender))
	case "service":
		r.service, r.kind = e.person.service.name, e.person.service.kind
		return h.word(e.person.service.write(rng, h.upper))
	case "comune":
		if e.person.comune != nil {
			r.comune = e.person.comune.code
			return h.word(h.comune(rng, e.person.comune))
		}
	case "hours_attended":
		r.hours = ptr(e.hours)
		return h.hours(e.hours)
	case "share_attended":
		return tellShare(e, r)
	case "status":
		r.status = e.status
		return h.word(h.statuses[e.status])
	case "certificate":
		r.certificate = ptr(e.certificate)
		if e.certificate {
			return h.word(h.yes)
		}
		return h.word(h.no)
	case "score_before", "score_after", "satisfaction":
		return h.judgement(e, field, r)
	default:
		return h.tellCourse(e.course, field)
	}
	return cell{}
}

func (h *habits) identity(e *enrolment, field string, r *row) cell {
	p := e.person
	switch field {
	case "codice_fiscale":
		if e.showCF && !p.noCF && !p.alone {
			return text(p.cf)
		}
	case "surname":
		return h.word(p.surname)
	case "given_name":
		return h.word(p.given)
	case "full_name":
		if h.givenFirst {
			return h.word(p.given + " " + p.surname)
		}
		return h.word(p.surname + " " + p.given)
	case "birth_date":
		if !p.alone {
			r.birthYear = p.birth.Year()
			return h.days(p.birth)
		}
	case "birth_place":
		return h.word(p.birthPlace)
	case "gender":
		if e.showGender {
			r.gender = p.gender
			return text(h.genders[strings.Index("FM", p.gender)])
		}
	case "email":
		return text(strings.ToLower(strings.ReplaceAll(ascii(p.given)+"."+ascii(p.surname), " ", "")) + "@example.org")
	}
	return cell{}
}

// tellShare gives the presence as a share of the course's hours, a multiple of 5%.
func tellShare(e *enrolment, r *row) cell {
	share := math.Round(e.hours/e.course.planned*20) / 20
	r.hours = ptr(share * e.course.planned)
	r.status = "enrolled"
	switch {
	case share >= 0.75:
		r.status = "completed"
	case share > 0:
		r.status = "attended"
	}
	return text(strconv.Itoa(int(math.Round(share*100))) + "%")
}

func (h *habits) judgement(e *enrolment, field string, r *row) cell {
	score := func(v int) (cell, *float64) {
		if v < 0 {
			return cell{}, nil
		}
		shown := math.Round(float64(v)*h.scale/10) / 10
		if h.scale >= 30 {
			shown = math.Round(shown)
		}
		return h.hours(shown), ptr(shown / h.scale)
	}
	var c cell
	switch field {
	case "score_before":
		c, r.before = score(e.before)
	case "score_after":
		c, r.after = score(e.after)
	default:
		if e.liking > 0 {
			r.satisfaction = ptr(float64(e.liking) / 5)
			c = h.liking(e.liking)
		}
	}
	return c
}

// tellCourse gives the cell for a field of a course.
func (h *habits) tellCourse(c *course, field string) cell {
	switch field {
	case "code":
		return text(c.code)
	case "edition":
		return text(c.edition)
	case "title":
		return h.word(c.title)
	case "kind":
		return h.word(h.kinds[c.kind])
	case "area":
		return h.word(h.areas[c.area][c.number%len(h.areas[c.area])])
	case "venue":
		return h.word(c.venue)
	case "venue_comune":
		return h.word(c.town.name)
	case "start_date":
		return h.days(c.start)
	case "end_date":
		return h.days(c.end)
	case "hours_planned":
		return h.hours(c.planned)
	case "hours_delivered":
		return h.hours(c.delivered)
	case "places":
		return num(float64(c.places))
	}
	return cell{}
}

func (h *habits) word(s string) cell {
	if h.upper {
		return text(capitals(s))
	}
	return text(s)
}

// capitals writes a text as keyboards without accented capitals do: "CITTA'".
func capitals(s string) string {
	return strings.NewReplacer("À", "A'", "È", "E'", "É", "E'", "Ì", "I'", "Ò", "O'", "Ù", "U'").Replace(strings.ToUpper(s))
}

// comune writes a comune's name, in one of several ways if that is the habit.
func (h *habits) comune(rng *rand.Rand, c *comune) string {
	if !h.comuni {
		return c.name
	}
	switch rng.IntN(8) {
	case 0:
		return capitals(c.name)
	case 1:
		return c.name + " (" + c.province + ")"
	case 2:
		return "Comune di " + c.name
	case 3:
		switch c.name {
		case "Città di Castello":
			return "Citta' di Castello"
		case "Castiglione del Lago":
			return "Castiglione d/L"
		}
		return strings.ToLower(c.name)
	}
	return c.name
}

func slashed(t time.Time) cell { return text(t.Format("02/01/2006")) }

func iso(t time.Time) cell { return text(t.Format(time.DateOnly)) }

var monthNames = words("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre")

func inWords(t time.Time) cell {
	return text(strconv.Itoa(t.Day()) + " " + monthNames[t.Month()-1] + " " + strconv.Itoa(t.Year()))
}

// commas writes a number as text with a decimal comma.
func commas(v float64) cell {
	return text(strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1))
}

func ofFive(v int) cell { return num(float64(v)) }

func outOfHundred(v int) cell { return cell{form: percent, num: float64(v) / 5} }
