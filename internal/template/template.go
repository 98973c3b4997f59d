// Package template writes the workbook that partners fill in: one sheet for courses, one for who took part,
// with drop-downs, checks and help in every column. It must not know where the lists come from, nor how
// filled-in workbooks are read; only tests hold the two together.
package template

import (
	"fmt"
	"io"
	"time"

	"formare/internal/text"

	"github.com/xuri/excelize/v2"
)

// Content is what a template is made from. All lists may be empty, then their columns take any text.
type Content struct {
	Programme   string
	First, Last time.Time // the first and the last day of the programme
	Lead        string    // whom to ask
	Contact     string    // and how: an address, a telephone number
	Partner     string    // "" lets the partner choose itself
	Partners    []string
	Months      []string // of the programme, "2017-04"
	Areas       []string // labels
	Comuni      []string
	Roles       []string
	Courses     []Course // that are known already
}

// A Course that the partner need not write again.
type Course struct {
	Code, Title, Edition, Kind, Area, Venue, VenueComune string // kind as tables have it, area and comune by name
	Start, End                                           time.Time
	HoursPlanned, HoursDelivered, Places                 *float64
}

// Kinds, statuses and kinds of services, as tables name them; what partners read stands in the texts.
var (
	kinds        = []string{"corso", "incontro", "workshop", "seminario", "fad"}
	genders      = []string{"F", "M", "X"}
	statuses     = []string{"enrolled", "attended", "completed", "withdrawn"}
	serviceKinds = []string{"servizi-sociali", "scuola", "sanita", "anagrafe-sportelli", "terzo-settore", "giustizia-prefettura", "altro"}
)

// A writer makes one template. Its methods do nothing once something went wrong.
type writer struct {
	f      *excelize.File
	words  *text.Catalogue
	c      *Content
	styles styles
	err    error
}

// Write makes a template in the language of words. The same content gives the same bytes.
func Write(out io.Writer, c Content, words *text.Catalogue) error {
	w := &writer{f: excelize.NewFile(), words: words, c: &c}
	w.makeStyles()
	names := make(map[string]string, 4)
	for i, id := range []string{"instructions", "courses", "people", "lists"} {
		names[id] = words.Msg("template.sheet." + id)
		if i == 0 {
			w.do(w.f.SetSheetName("Sheet1", names[id]))
			continue
		}
		_, err := w.f.NewSheet(names[id])
		w.do(err)
	}
	w.lists(names["lists"])
	w.instructions(names["instructions"])
	w.courses(names["courses"])
	w.people(names["people"], names["courses"])
	w.do(w.f.SetSheetVisible(names["lists"], false))
	w.do(w.f.SetDocProps(&excelize.DocProperties{
		Title: words.Msg("template.title", "programme", c.Programme), Creator: "formare", LastModifiedBy: "formare",
		Created: stamp, Modified: stamp, Language: words.Lang,
	}))
	if w.err == nil {
		_, w.err = w.f.WriteTo(out)
	}
	if err := w.f.Close(); w.err == nil {
		w.err = err
	}
	if w.err != nil {
		return fmt.Errorf("template: %w", w.err)
	}
	return nil
}

// Mark stands in the first cell, in a hidden row, of the sheets that nobody fills in: when a template comes
// back, they are nobody's register.
const Mark = "formare · modello"

// mark writes the Mark on a sheet.
func (w *writer) mark(sheet string) {
	w.put(sheet, 1, 1, Mark)
	w.do(w.f.SetRowVisible(sheet, 1, false))
}

// stamp stands for the time of writing, which would make every template another file.
const stamp = "2020-01-01T00:00:00Z"

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) msg(id string, pairs ...string) string { return w.words.Msg("template."+id, pairs...) }

// put writes one cell: text, a number or a day, nothing for a zero one. A text is never a formula.
func (w *writer) put(sheet string, row, col int, v any) {
	if w.err != nil {
		return
	}
	at := address(row, col)
	switch v := v.(type) {
	case string:
		if v != "" {
			w.do(w.f.SetCellStr(sheet, at, v))
		}
	case float64:
		w.do(w.f.SetCellFloat(sheet, at, v, -1, 64))
	case *float64:
		if v != nil {
			w.do(w.f.SetCellFloat(sheet, at, *v, -1, 64))
		}
	case time.Time:
		if !v.IsZero() {
			w.do(w.f.SetCellInt(sheet, at, int64(serial(v))))
		}
	}
}

// serial is a day as workbooks count them.
func serial(day time.Time) int {
	return int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

func address(row, col int) string {
	at, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // rows and columns are the package's own
	}
	return at
}

func column(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic(err) // as above
	}
	return name
}
