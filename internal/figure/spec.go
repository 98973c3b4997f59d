package figure

import (
	"fmt"
	"slices"

	"formare/data"
)

// A Kind is a way to draw.
type Kind string

// The kinds there are.
const (
	Numbers    Kind = "numbers"    // headline numbers
	Calendar   Kind = "calendar"   // a bar a course from first to last day, and the months' counts
	Cumulative Kind = "cumulative" // running total and what is new in each month
	TileMap    Kind = "tilemap"    // one hexagon a comune
	Choropleth Kind = "choropleth" // rates on the shapes of the comuni
	ZoneMap    Kind = "zonemap"    // coverage on the shapes of the zones, or on hexagons
	Coverage   Kind = "coverage"   // squares and bars, a row a zone
	HeatMap    Kind = "heatmap"    // area by zone
	Columns    Kind = "columns"    // a row of columns a partner
	Dumbbell   Kind = "dumbbell"   // scores before and after, a row an area
	Lorenz     Kind = "lorenz"     // shares of residents and of people, in tenths
	Targets    Kind = "targets"    // bars in per cent of a target
	Bars       Kind = "bars"       // a total in categories, a bar each
	Changes    Kind = "changes"    // headline numbers beside those of the month before
	Ranking    Kind = "ranking"    // bars of any indicator, the largest first
	Funnel     Kind = "funnel"     // steps from enrolment to certificate, a row an area
	Pyramid    Kind = "pyramid"    // women and men by age
	Bands      Kind = "bands"      // answers in three bands, a row an area
)

func (k Kind) drawer() (func(*frame) error, error) {
	switch k {
	case Numbers:
		return drawNumbers, nil
	case Calendar:
		return drawCalendar, nil
	case Cumulative:
		return drawCumulative, nil
	case TileMap:
		return drawTileMap, nil
	case Choropleth:
		return drawChoropleth, nil
	case ZoneMap:
		return drawZoneMap, nil
	case Coverage:
		return drawCoverage, nil
	case HeatMap:
		return drawHeatMap, nil
	case Columns:
		return drawColumns, nil
	case Dumbbell:
		return drawDumbbell, nil
	case Lorenz:
		return drawLorenz, nil
	case Targets:
		return drawTargets, nil
	case Bars:
		return drawBars, nil
	case Changes:
		return drawChanges, nil
	case Ranking:
		return drawRanking, nil
	case Funnel:
		return drawFunnel, nil
	case Pyramid:
		return drawPyramid, nil
	case Bands:
		return drawBands, nil
	}
	return nil, fmt.Errorf("kind %q is unknown", string(k))
}

// A Spec declares a figure: a file of data/figures, or of the project's own folder figures.
type Spec struct {
	ID         string        `yaml:"id"`         // file name of the output: "04-mappa-comuni"
	Kind       Kind          `yaml:"kind"`       // how it is drawn
	Indicator  string        `yaml:"indicator"`  // what is drawn
	Indicators []string      `yaml:"indicators"` // or several: the first is what is drawn, others give totals
	Words      string        `yaml:"words"`      // its messages: <words>.name, .subtitle, .note and titles; default those of the kind
	By         string        `yaml:"by"`         // calendar: area (default) or partner; columns: the measure (default interventions); bars: the column of numbers (default the first)
	Columns    SpecColumns   `yaml:"columns"`    // ranking: which columns are drawn; also of which a phrase tells the first and the last
	Set        Set           `yaml:"set"`        // in which months it is drawn; default all
	Own        SpecTexts     `yaml:",inline"`    // its words where they stand in the file itself
	at         *specDocument // where it was read from
}

// SpecColumns names columns of the indicator.
type SpecColumns struct {
	Label string `yaml:"label"` // default the first of text
	Value string `yaml:"value"` // default the first of numbers
}

// SpecTexts are words that a file of figures has of its own. Placeholders in braces are filled in.
type SpecTexts struct {
	Name     Phrase `yaml:"name"`      // the title where the other cannot be told
	Title    Phrase `yaml:"title"`     // the finding
	TitleOne Phrase `yaml:"title_one"` // where the first number of the title is one
	Subtitle Phrase `yaml:"subtitle"`
	Note     Phrase `yaml:"note"`
}

// A Set is a choice of months.
type Set string

// The sets: what is drawn while the programme goes on, and what is drawn of its end.
const (
	EverySet   Set = ""
	MonthlySet Set = "monthly"
	FinalSet   Set = "final"
)

// In says whether the figure belongs to a set; all belong to every one.
func (s Spec) In(set Set) bool { return s.Set == EverySet || set == EverySet || s.Set == set }

// builtIn gives the first figure of the program's own of a kind: its messages are those of a file that names none.
func builtIn(kind Kind) (Spec, bool) {
	specs, err := LoadSpecs(data.FS)
	i := slices.IndexFunc(specs, func(s Spec) bool { return s.Kind == kind })
	if err != nil || i < 0 {
		return Spec{}, false
	}
	return specs[i], true
}

func defaultWords(kind Kind) string {
	if kind == Ranking {
		return "figure.ranking"
	}
	s, _ := builtIn(kind)
	return s.Words
}

// kindNames lists the kinds that a file may ask for.
func kindNames() []string {
	names := []string{string(Ranking)}
	specs, _ := LoadSpecs(data.FS) // the tests read them too
	for _, s := range specs {
		if !slices.Contains(names, string(s.Kind)) {
			names = append(names, string(s.Kind))
		}
	}
	slices.Sort(names)
	return names
}
