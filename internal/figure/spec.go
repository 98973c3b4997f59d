package figure

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"formare/data"

	"github.com/goccy/go-yaml"
)

// A Kind is a way to draw.
type Kind string

// The kinds there are.
const (
	Numbers    Kind = "numbers"    // headline numbers
	Calendar   Kind = "calendar"   // a bar a course from first to last day, and the months' counts
	Cumulative Kind = "cumulative" // running total and what is new in each month
	TileMap    Kind = "tilemap"    // one hexagon a comune
	Coverage   Kind = "coverage"   // squares and bars, a row a zone
	HeatMap    Kind = "heatmap"    // area by zone
	Columns    Kind = "columns"    // a row of columns a partner
	Dumbbell   Kind = "dumbbell"   // scores before and after, a row an area
	Lorenz     Kind = "lorenz"     // shares of residents and of people, in tenths
	Targets    Kind = "targets"    // bars in per cent of a target
	Bars       Kind = "bars"       // a total in categories, a bar each
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
	}
	return nil, fmt.Errorf("kind %q is unknown", string(k))
}

// A Spec declares a figure: a file of data/figures.
type Spec struct {
	ID         string   `yaml:"id"`         // file name of the output: "04-mappa-comuni"
	Kind       Kind     `yaml:"kind"`       // how it is drawn
	Indicators []string `yaml:"indicators"` // the first is what is drawn, others give totals
	Words      string   `yaml:"words"`      // its messages: <words>.name, .subtitle, .note and titles
	By         string   `yaml:"by"`         // calendar: area (default) or partner; columns: the measure (default interventions); bars: the column of numbers (default the first)
}

// Specs gives the figures that come with the program, in the order of their ids.
func Specs() ([]Spec, error) { return LoadSpecs(data.FS) }

var specID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// LoadSpecs reads the figures declared in the folder figures of a file system, sorted by id. Unknown
// keys and kinds are errors that name the file.
func LoadSpecs(fsys fs.FS) ([]Spec, error) {
	names, err := fs.Glob(fsys, "figures/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	var specs []Spec
	for _, name := range names {
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("figures: %w", err)
		}
		var s Spec
		if err := yaml.UnmarshalWithOptions(raw, &s, yaml.Strict()); err != nil {
			return nil, fmt.Errorf("figures: %s: %w", path.Base(name), err)
		}
		if err := s.check(); err != nil {
			return nil, fmt.Errorf("figures: %s: %w", path.Base(name), err)
		}
		if slices.ContainsFunc(specs, func(o Spec) bool { return o.ID == s.ID }) {
			return nil, fmt.Errorf("figures: %s: id %q stands twice", path.Base(name), s.ID)
		}
		specs = append(specs, s)
	}
	slices.SortFunc(specs, func(a, b Spec) int { return strings.Compare(a.ID, b.ID) })
	return specs, nil
}

func (s Spec) check() error {
	if !specID.MatchString(s.ID) {
		return fmt.Errorf("id %q is not made of small letters, digits and hyphens", s.ID)
	}
	if _, err := s.Kind.drawer(); err != nil {
		return err
	}
	if len(s.Indicators) == 0 {
		return errors.New("no indicators")
	}
	if s.Words == "" {
		return errors.New("no words: the prefix of the figure's messages")
	}
	return nil
}
