package pipeline

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"formare/internal/disclosure"
	"formare/internal/figure"
	"formare/internal/report"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/text"
)

// figures is what the drawing stage hands on: the files, and what became of each figure.
type figures struct {
	rendered []report.Rendered
	variants []report.Rendered // the same in the other theme, where both are asked for
	told     []report.ManifestFigure
}

// draw makes every figure in every size and format that the configuration asks for.
func (j *job) draw(ctx context.Context, tables map[string]*disclosure.Table) (*figures, error) {
	specs, err := j.figureSpecs()
	if err != nil {
		return nil, text.Errorf("figures", err)
	}
	about, err := j.figureContext(tables)
	if err != nil {
		return nil, text.Errorf("figures", err)
	}
	look := j.cfg.Settings.Figures
	out := &figures{}
	var drawings []*figure.Drawing
	for i, theme := range look.Themes() {
		for _, spec := range specs {
			if !spec.In(j.monthSet()) {
				continue
			}
			for k, size := range look.Sizes {
				d, leftOut, err := figure.Draw(spec, tables, about, figure.Size(size), figure.Theme(theme))
				if err != nil {
					return nil, text.Errorf("figures", err)
				}
				if i == 0 && k == 0 {
					out.told = append(out.told, manifestFigure(spec.ID, d, leftOut))
				}
				if d != nil {
					drawings = append(drawings, d)
				}
			}
		}
	}
	j.stage(StageFigures, len(drawings)*len(look.Formats))
	all, err := report.Render(ctx, drawings, look.Formats, report.OpenPublished(j.reports(), Version), j.cfg.workers(), j.env.Progress.Step)
	if err != nil && ctx.Err() == nil {
		return nil, text.Errorf("figures", err)
	}
	first := len(all) / len(look.Themes()) // each theme draws the same
	out.rendered, out.variants = all[:first:first], all[first:]
	return out, err
}

func manifestFigure(id string, d *figure.Drawing, leftOut string) report.ManifestFigure {
	if d == nil {
		return report.ManifestFigure{ID: id, LeftOut: leftOut}
	}
	return report.ManifestFigure{ID: id, Title: d.Title, Alt: d.Alt}
}

func (j *job) figureContext(tables map[string]*disclosure.Table) (figure.Context, error) {
	s := j.cfg.Settings
	about := figure.Context{
		Lang: j.words, ProgrammeName: s.Programme.Name, Title: s.Programme.Title, Region: s.Programme.Region,
		FirstMonth: s.Programme.Start, LastMonth: s.Programme.End, ReportMonth: j.month(),
		Sample: s.Programme.Sample, MinCell: s.Privacy.MinCell, Targets: s.Targets,
		EmblemText: s.Figures.EmblemText,
	}
	for _, a := range s.Areas {
		about.Areas = append(about.Areas, figure.Area{ID: a.ID, Label: a.Label})
	}
	for _, p := range s.Partners {
		about.Partners = append(about.Partners, figure.Partner{ID: p.ID, Name: p.Name})
	}
	for _, t := range j.land.Tiles() {
		comune, _ := j.land.Comune(t.ISTAT)
		about.Tiles = append(about.Tiles, figure.Tile{ISTAT: t.ISTAT, Col: t.Col, Row: t.Row, Label: t.Label,
			Name: comune.Name, Zone: comune.Zone})
	}
	for _, c := range j.land.Comuni() {
		about.ResidentsYear = c.ResidentsYear
	}
	j.missing(&about)
	var err error
	if about.BeforeMonth, about.Before, err = j.before(); err != nil {
		return about, err
	}
	if about.Land, err = j.boundaries(); err != nil {
		return about, err
	}
	band, err := j.bandPictures()
	about.Emblem, about.Logos = band.Emblem, band.Logos
	return about, err
}

// missing tells the figures for which months nothing came from a partner at all: what a partner reports
// may well be that it did nothing, so only months from which no file came are missing. A file that
// covers several months says so by its courses.
func (j *job) missing(about *figure.Context) {
	for _, p := range j.cfg.Settings.Partners {
		if !slices.ContainsFunc(j.ledger.Sources, func(s store.Source) bool {
			return s.Partner == p.ID && s.Status == store.Active
		}) {
			about.Partial = true
			for _, m := range monthsBetween(j.cfg.Settings.Programme.Start, j.month()) {
				about.Missing = append(about.Missing, figure.Missing{Partner: p.ID, Month: m})
			}
		}
	}
	if j.month() < j.cfg.Settings.Programme.End {
		about.Partial = true
	}
	about.PartialMonth = j.month()
}

// publish puts the month's report in place, whole.
func (j *job) publish(ctx context.Context, tables map[string]*disclosure.Table, figs *figures) error {
	content, err := j.content(tables, figs)
	if err != nil {
		return text.Errorf("publish", err)
	}
	stage, err := store.Stage(j.cfg.path(reportsDir))
	if err != nil {
		return text.Errorf("publish", err)
	}
	defer os.RemoveAll(stage) // nothing is there any more once it is published
	if content.Manifest.Copies, err = j.copies(ctx, stage); err != nil {
		return err
	}
	if content.Letters, err = j.letters(content.Manifest.Copies); err != nil {
		return text.Errorf("publish", err)
	}
	j.stage(StagePublish, 0)
	if _, err := report.Write(stage, content, j.words); err != nil {
		return text.Errorf("publish", err)
	}
	if err := j.pattern.Write(j.cfg.path(patternFile)); err != nil {
		return text.Errorf("publish", err)
	}
	if err := store.Publish(stage, j.reports()); err != nil {
		return text.Errorf("publish", err)
	}
	return nil
}

func (j *job) content(tables map[string]*disclosure.Table, figs *figures) (report.Content, error) {
	print, err := j.fingerprint()
	if err != nil {
		return report.Content{}, err
	}
	data, err := report.DataFiles(tables, j.words)
	if err != nil {
		return report.Content{}, err
	}
	if len(j.doubts) > 0 {
		file, err := j.doubtFile()
		if err != nil {
			return report.Content{}, err
		}
		data = append(data, file)
	}
	documents, err := j.documents(tables, figs)
	if err != nil {
		return report.Content{}, err
	}
	c := report.Content{
		Manifest: report.Manifest{
			Month: j.month(), Programme: j.cfg.Settings.Programme.Name, Version: Version, Fingerprint: print,
			Figures: figs.told, Headline: headlineOf(tables["headline"]), Findings: countFindings(j.findings),
		},
		Figures: slices.Concat(figs.rendered, figs.variants), Data: data, Documents: documents, Findings: j.findings, Corrections: j.corrections,
	}
	for i := range j.ledger.Sources {
		s := &j.ledger.Sources[i]
		c.Manifest.Sources = append(c.Manifest.Sources, report.ManifestSource{
			Source: s.ID, File: s.File, SHA256: s.SHA256, Partner: s.Partner, Month: s.Month,
			Status: string(s.Status), Reason: s.Reason, SupersededBy: s.SupersededBy, RowsKept: s.RowsKept,
		})
	}
	return c, nil
}

// fingerprint covers all that a report depends on: the sources that count and how they were read, the
// configuration, the program with its data, the project's own indicators and images.
func (j *job) fingerprint() (string, error) {
	sources := slices.Clone(j.ledger.Sources)
	for i := range sources {
		sources[i].Received = "" // a file that was copied is the same file
	}
	settings := j.cfg.Settings
	files := append([]string{settings.Figures.Emblem, settings.Figures.DeckTemplate}, settings.Figures.Logos...)
	own, err := filepath.Glob(j.cfg.path("indicators/*.sql"))
	if err != nil {
		return "", err
	}
	drawn, err := filepath.Glob(j.cfg.path(figureFolder + "/*.yaml"))
	if err != nil {
		return "", err
	}
	own = append(own, drawn...)
	var contents []string
	for _, f := range files {
		if f != "" {
			own = append(own, j.cfg.path(f))
		}
	}
	for _, f := range []string{settings.Territory.Comuni, settings.Territory.Zones} {
		if f != "" {
			own = append(own, j.cfg.path(f))
		}
	}
	if _, err := os.Stat(j.cfg.path(boundaryFile)); err == nil {
		own = append(own, j.cfg.path(boundaryFile))
	}
	for _, f := range own {
		raw, err := os.ReadFile(f)
		if err != nil {
			return "", err
		}
		contents = append(contents, filepath.Base(f), string(raw))
	}
	_, before, err := j.before()
	if err != nil {
		return "", err
	}
	raw, err := json.Marshal(struct {
		Version, Lang, Month string
		Sources, Settings    any
		Before               any
		Accepted, Files      []string
	}{Version, j.cfg.lang(), j.month(), sources, settings, before, j.ledger.Accepted, contents})
	if err != nil {
		return "", err
	}
	return digest(raw, ".")
}

// headlineOf takes the published headline numbers out of their indicator.
func headlineOf(t *disclosure.Table) []report.Headline {
	if t == nil {
		return nil
	}
	measure, value, target := t.Col("measure"), t.Col("value"), t.Col("target")
	var out []report.Headline
	for i, row := range t.Rows {
		h := report.Headline{Measure: row[measure].Text}
		if i < len(t.Marks) && value < len(t.Marks[i]) {
			h.Mark = table.MarkText(t.Marks[i][value], t.MinCell)
		}
		if row[value].Valid {
			h.Value = &row[value].Num
		}
		if row[target].Valid {
			h.Target = &row[target].Num
		}
		out = append(out, h)
	}
	return out
}
