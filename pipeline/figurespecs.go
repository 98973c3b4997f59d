package pipeline

import (
	"io/fs"
	"os"
	"slices"
	"strings"

	"formare/internal/figure"
)

// figureFolder holds the figures that the project adds, or that take the place of the program's.
const figureFolder = "figures"

// figureSpecs lists the figures of the program and of the project's own folder that belong to the month's
// set. What is wrong in the project's files is told with the line it stands on.
func (j *job) figureSpecs() ([]figure.Spec, error) {
	var own fs.FS
	if isDir(j.cfg.path(figureFolder)) {
		own = os.DirFS(j.cfg.path("."))
	}
	specs, err := figure.Specs(own)
	if err != nil {
		return nil, err
	}
	defs, err := indicators(j.cfg)
	if err != nil {
		return nil, err
	}
	var known []string
	for _, d := range defs {
		known = append(known, d.ID)
	}
	for i := range specs {
		for _, id := range specs[i].Indicators {
			if !slices.Contains(known, id) {
				return nil, specs[i].Fault("indicator", "$.indicator", "value", id, "among", strings.Join(known, ", "))
			}
		}
	}
	return specs, nil
}

// monthSet is the set of figures that the report draws: the final one in the programme's last month, the
// monthly one before it, unless the configuration says which.
func (j *job) monthSet() figure.Set {
	switch set := j.cfg.Settings.Figures.Set; {
	case set == "all":
		return figure.EverySet
	case set != "auto":
		return figure.Set(set)
	case j.month() >= j.cfg.Settings.Programme.End:
		return figure.FinalSet
	}
	return figure.MonthlySet
}
