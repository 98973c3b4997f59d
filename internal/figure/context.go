package figure

import (
	"slices"
	"time"

	"formare/internal/boundary"
	"formare/internal/text"
)

// A Context is what figures know about the programme besides the numbers.
type Context struct {
	Lang          *text.Catalogue
	ProgrammeName string
	Title         string
	Region        string

	FirstMonth, LastMonth string // the programme's period, "2017-04"
	ReportMonth           string // the figures tell the state up to this month

	Sample       bool      // the data are invented: every figure says so
	Partial      bool      // months or partners are missing: the source line says so
	PartialMonth string    // the last month that is complete enough to be reported; default ReportMonth
	Missing      []Missing // what nobody has sent

	Areas    []Area // in the configuration's order, which is that of the colours
	Partners []Partner
	Tiles    []Tile        // the tile map of the territory; may be empty
	Land     *boundary.Map // imported boundaries; may be nil

	BeforeMonth string    // the month before, of which there is a report
	Before      []Earlier // what that report told

	ResidentsYear int
	MinCell       int // counts of people below it are not shown; default 5
	Targets       map[string]float64

	Emblem     []byte // PNG; without it the words alone stand in the band
	EmblemText string
	Logos      [][]byte // PNG, drawn beside the emblem and never larger
}

// An Area is a subject of courses.
type Area struct{ ID, Label string }

// A Partner delivers courses.
type Partner struct{ ID, Name string }

// Missing is a month for which a partner has sent nothing.
type Missing struct{ Partner, Month string }

// A Tile is a comune on the map of hexagons: Col and Row in the «odd-r» offset grid.
type Tile struct {
	ISTAT    string
	Col, Row int
	Label    string // two or three letters
	Name     string
	Zone     string
}

// withDefaults fills in what a caller may leave out.
func (c Context) withDefaults() Context {
	if c.MinCell == 0 {
		c.MinCell = 5
	}
	if c.LastMonth == "" {
		c.LastMonth = c.ReportMonth
	}
	if c.PartialMonth == "" {
		c.PartialMonth = c.lastTold()
	}
	return c
}

// lastTold is the last month the figures speak of: the report's, but never after the programme's end.
func (c Context) lastTold() string {
	if c.ReportMonth != "" && c.ReportMonth < c.LastMonth {
		return c.ReportMonth
	}
	return c.LastMonth
}

// months lists the months that the figures speak of, in order. A period that cannot be read is empty.
func (c Context) months() []string {
	first, err1 := time.Parse("2006-01", c.FirstMonth)
	last, err2 := time.Parse("2006-01", c.lastTold())
	if err1 != nil || err2 != nil {
		return nil
	}
	var all []string
	for m := first; !m.After(last) && len(all) < 1200; m = m.AddDate(0, 1, 0) {
		all = append(all, m.Format("2006-01"))
	}
	return all
}

// zones lists the zones of the tile map, sorted by name.
func (c Context) zones() []string {
	var zones []string
	for _, t := range c.Tiles {
		if t.Zone != "" && !slices.Contains(zones, t.Zone) {
			zones = append(zones, t.Zone)
		}
	}
	slices.Sort(zones)
	return zones
}

func (c Context) areaLabel(id string) string {
	for _, a := range c.Areas {
		if a.ID == id {
			return a.Label
		}
	}
	return id
}

func (c Context) partnerName(id string) string {
	for _, p := range c.Partners {
		if p.ID == id {
			return p.Name
		}
	}
	return id
}

func (c Context) isMissing(partner, month string) bool {
	return slices.Contains(c.Missing, Missing{Partner: partner, Month: month})
}
