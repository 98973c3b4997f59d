package deck_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"formare/internal/figure"
	"formare/internal/report/deck"
	"formare/internal/text"

	"github.com/xuri/excelize/v2"
)

func known(v float64) figure.ChartPoint { return figure.ChartPoint{Value: v, Known: true} }

var hiddenPoint = figure.ChartPoint{Text: "<5"}

func series(name string, tone figure.Tone, points ...figure.ChartPoint) figure.Series {
	return figure.Series{Name: name, Color: tone, Points: points, Labels: true}
}

// charts has one of each kind, with what is hidden, rounded, highlighted and negative.
func charts() []figure.Chart {
	names := []string{"Perugia & Terni", "=1+1", "Orvieto <nord>"}
	one := series("Operatori", figure.ToneAccent, known(12), hiddenPoint, figure.ChartPoint{Value: 30, Known: true, Text: "circa 30", Tone: figure.ToneAccent2})
	two := series("Altri", figure.ToneContext, known(20), known(0), known(-4))
	goal := figure.Series{Name: "obiettivo 25", Color: figure.ToneShort, Dashed: true, Points: []figure.ChartPoint{known(25), known(25), known(25)}}
	space := figure.Series{Name: "prima", Color: figure.ToneNone, Points: []figure.ChartPoint{known(5), known(6), known(7)}}
	curve := series("Quota", figure.ToneAccent, figure.ChartPoint{X: 0, Known: true}, figure.ChartPoint{X: 0.5, Value: 0.36, Known: true}, figure.ChartPoint{X: 1, Value: 1, Known: true})
	var all []figure.Chart
	for _, kind := range []figure.ChartKind{figure.BarChart, figure.StackedBarChart, figure.FullBarChart, figure.ColumnChart, figure.StackedColumns, figure.LineChart} {
		all = append(all, figure.Chart{Kind: kind, Categories: names, Series: []figure.Series{one}},
			figure.Chart{Kind: kind, Title: "Un pannello: 42", Categories: names, Series: []figure.Series{space, one, two, goal}, Format: "0%", Max: 40, Gap: 30})
	}
	return append(all, figure.Chart{Kind: figure.ScatterLineChart, Series: []figure.Series{curve}, Format: "0%", Max: 1})
}

func drawing(id string) *figure.Drawing {
	return &figure.Drawing{ID: id, Kind: figure.Columns, Size: figure.Slide, Title: "Un titolo & mezzo", Alt: "Alternativa di " + id,
		Subtitle: "Sotto", Note: "Una nota.", Source: "Fonte: registri.",
		Grid: figure.Grid{Head: []string{"Zona", "Operatori", "Quota"}, Rows: [][]string{{"Nord", "12", "30%"}, {"Sud", "<5", "prot."}}, Right: []bool{false, true, true}}}
}

func content(t *testing.T) deck.Content {
	t.Helper()
	var img bytes.Buffer
	if err := png.Encode(&img, image.NewRGBA(image.Rect(0, 0, 60, 40))); err != nil {
		t.Fatal(err)
	}
	c := deck.Content{Programme: "Formare", Title: "Formare: un programma", Funding: "FAMI", Lead: "Regione", Period: "2017", Theme: figure.Light,
		Emblem: img.Bytes(), Logos: [][]byte{img.Bytes()}}
	add := func(d *figure.Drawing) {
		c.Figures = append(c.Figures, deck.Figure{Drawing: d, Definition: "Persone diverse.", PNG: raster(img.Bytes()), SVG: []byte("<svg/>")})
	}
	for i, chart := range charts() {
		d := drawing(fmt.Sprintf("%02d-grafico", i))
		d.Charts = []figure.Chart{chart}
		add(d)
	}
	rows := drawing("50-righe")
	rows.Charts = slices.Repeat(charts()[7:8], 5)
	panels := drawing("51-pannelli")
	panels.Charts = []figure.Chart{charts()[11], charts()[7]}
	heat := drawing("52-calore")
	heat.Kind, heat.Grid.Shades = figure.HeatMap, [][]int{{0, 1, 0}, {0, figure.Hatched, 5}}
	numbers := drawing("53-numeri")
	numbers.Kind, numbers.Grid = figure.Numbers, figure.Grid{Head: []string{"a", "b"}, Rows: [][]string{{"operatori", "722"}, {"ore", "960"}}, Right: []bool{false, true}}
	square := drawing("54-immagine")
	square.Size = figure.Square
	for _, d := range []*figure.Drawing{rows, panels, heat, numbers, square} {
		add(d)
	}
	return c
}

func write(t *testing.T, c deck.Content) map[string][]byte {
	t.Helper()
	words, err := text.For("it")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := deck.Write(c, words)
	if err != nil {
		t.Fatal(err)
	}
	again, err := deck.Write(c, words)
	if err != nil || !bytes.Equal(raw, again) {
		t.Errorf("the second time other bytes (%v)", err)
	}
	return unzip(t, raw)
}

func unzip(t *testing.T, raw []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name] != nil {
			t.Errorf("%s stands twice", f.Name)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("%s has the time %v", f.Name, f.Modified)
		}
	}
	return parts
}

func TestPackage(t *testing.T) {
	for _, theme := range figure.Themes() {
		c := content(t)
		c.Theme = theme
		checkPackage(t, write(t, c))
	}
}

// checkPackage checks what readers insist on: parts that are well formed and have a type, references
// that lead somewhere, ids that are unique.
func checkPackage(t *testing.T, parts map[string][]byte) {
	t.Helper()
	types := string(parts["[Content_Types].xml"])
	referred := map[string]bool{}
	for name, raw := range parts {
		ext := strings.TrimPrefix(path.Ext(name), ".")
		if !strings.Contains(types, `PartName="/`+name+`"`) && !strings.Contains(types, `Extension="`+ext+`"`) && name != "[Content_Types].xml" {
			t.Errorf("%s has no content type", name)
		}
		if ext != "xml" && ext != "rels" {
			continue
		}
		wellFormed(t, name, raw)
		if ext == "rels" {
			for _, target := range targets(t, parts, name) {
				referred[target] = true
			}
			continue
		}
		ids := regexp.MustCompile(`cNvPr id="(\d+)"`).FindAllStringSubmatch(string(raw), -1)
		seen := map[string]bool{}
		for _, id := range ids {
			if seen[id[1]] {
				t.Errorf("%s: id %s twice", name, id[1])
			}
			seen[id[1]] = true
		}
		for _, ref := range regexp.MustCompile(` r:(?:id|embed|link)="([^"]+)"`).FindAllStringSubmatch(string(raw), -1) {
			dir, base := path.Split(name)
			if !bytes.Contains(parts[dir+"_rels/"+base+".rels"], []byte(`Id="`+ref[1]+`"`)) {
				t.Errorf("%s refers to %s, which is no relation", name, ref[1])
			}
		}
	}
	for _, m := range regexp.MustCompile(`PartName="/([^"]+)"`).FindAllStringSubmatch(types, -1) {
		if parts[m[1]] == nil {
			t.Errorf("a type for %s, which is not there", m[1])
		}
		if !referred[m[1]] {
			t.Errorf("nothing refers to %s", m[1])
		}
	}
}

func wellFormed(t *testing.T, name string, raw []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(raw))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func targets(t *testing.T, parts map[string][]byte, rels string) []string {
	t.Helper()
	var doc struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(parts[rels], &doc); err != nil {
		t.Fatal(err)
	}
	var all []string
	ids := map[string]bool{}
	for _, r := range doc.Relationship {
		if ids[r.ID] {
			t.Errorf("%s: %s twice", rels, r.ID)
		}
		ids[r.ID] = true
		if r.Mode == "External" {
			continue
		}
		target := path.Join(path.Dir(path.Dir(rels)), r.Target)
		if parts[target] == nil {
			t.Errorf("%s leads to %s, which is not there", rels, target)
		}
		all = append(all, target)
	}
	return all
}

// TestCachesAreTheWorkbooks compares each value that a chart keeps with the cell it names: what is
// cached is in the workbook, what is not cached is an empty cell.
func TestCachesAreTheWorkbooks(t *testing.T) {
	parts := write(t, content(t))
	ref := regexp.MustCompile(`(?s)<c:(num|str)Ref><c:f>Dati!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?</c:f>(.*?)</c:(?:num|str)Ref>`)
	point := regexp.MustCompile(`<c:pt idx="(\d+)"><c:v>([^<]*)</c:v></c:pt>`)
	compared := 0
	for name, raw := range parts {
		if !strings.HasPrefix(name, "ppt/charts/chart") {
			continue
		}
		book := bookOf(t, parts, name)
		for _, m := range ref.FindAllStringSubmatch(string(raw), -1) {
			from, _ := strconv.Atoi(m[3])
			to := from
			if m[4] != "" {
				to, _ = strconv.Atoi(m[4])
			}
			want := map[int]string{}
			for _, p := range point.FindAllStringSubmatch(m[5], -1) {
				i, _ := strconv.Atoi(p[1])
				want[i] = unescape(p[2])
			}
			for i := range to - from + 1 {
				cell := m[2] + strconv.Itoa(from+i)
				got, err := book.GetCellValue("Dati", cell, excelize.Options{RawCellValue: true})
				if err != nil || got != want[i] {
					t.Errorf("%s: %s is %q in the workbook, %q in the chart (%v)", name, cell, got, want[i], err)
				}
				if f, _ := book.GetCellFormula("Dati", cell); f != "" {
					t.Errorf("%s: %s is the formula %q", name, cell, f)
				}
				compared++
			}
		}
	}
	if compared < 200 {
		t.Errorf("%d values compared", compared)
	}
}

func bookOf(t *testing.T, parts map[string][]byte, chart string) *excelize.File {
	t.Helper()
	books := targets(t, parts, "ppt/charts/_rels/"+path.Base(chart)+".rels")
	if len(books) != 1 {
		t.Fatalf("%s has the workbooks %q", chart, books)
	}
	book, err := excelize.OpenReader(bytes.NewReader(parts[books[0]]))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func unescape(s string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&").Replace(s)
}

// order is that of the schema, for the elements whose children we write in more than one way.
var order = map[string]string{
	"chartSpace":   "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes",
	"chart":        "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs",
	"plotArea":     "layout barChart lineChart scatterChart catAx valAx dTable spPr",
	"barChart":     "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
	"lineChart":    "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
	"ser":          "idx order tx spPr invertIfNegative marker dPt dLbls cat val xVal yVal smooth shape",
	"dLbls":        "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
	"dLbl":         "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
	"dPt":          "idx invertIfNegative marker bubble3D explosion spPr",
	"catAx":        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
	"valAx":        "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit",
	"scaling":      "logBase orientation max min",
	"legend":       "legendPos legendEntry layout overlay spPr txPr",
	"sld":          "cSld clrMapOvr transition timing extLst",
	"sldMaster":    "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
	"pic":          "nvPicPr blipFill spPr style extLst",
	"blipFill":     "blip srcRect stretch",
	"tcPr":         "lnL lnR lnT lnB lnTlToBr lnBlToTr noFill solidFill pattFill",
	"rPr":          "ln noFill solidFill latin ea cs",
	"defRPr":       "ln noFill solidFill latin ea cs",
	"lvl1pPr":      "lnSpc spcBef spcAft buClrTx buNone tabLst defRPr",
	"presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz embeddedFontLst custShowLst defaultTextStyle",
}

func TestOrderOfElements(t *testing.T) {
	checked := 0
	for name, raw := range write(t, content(t)) {
		if path.Ext(name) != ".xml" || strings.HasPrefix(name, "docProps") {
			continue
		}
		type open struct {
			name string
			last int
		}
		var stack []open
		dec := xml.NewDecoder(bytes.NewReader(raw))
		for {
			tok, err := dec.Token()
			if err != nil {
				break
			}
			switch tok := tok.(type) {
			case xml.StartElement:
				if n := len(stack); n > 0 && order[stack[n-1].name] != "" {
					at := slices.Index(strings.Fields(order[stack[n-1].name]), tok.Name.Local)
					if at < 0 || at < stack[n-1].last {
						t.Errorf("%s: %s in %s stands in the wrong place", name, tok.Name.Local, stack[n-1].name)
					}
					stack[n-1].last = max(at, stack[n-1].last)
					checked++
				}
				stack = append(stack, open{name: tok.Name.Local})
			case xml.EndElement:
				stack = stack[:len(stack)-1]
			}
		}
	}
	if checked < 1000 {
		t.Errorf("%d elements checked", checked)
	}
}

// TestSlides looks for what each slide must tell.
func TestSlides(t *testing.T) {
	c := content(t)
	parts := write(t, c)
	for i, f := range c.Figures {
		n := strconv.Itoa(i + 2)
		s, notes := string(parts["ppt/slides/slide"+n+".xml"]), string(parts["ppt/notesSlides/notesSlide"+n+".xml"])
		for _, want := range []string{`<p:ph type="title"/>`, "Un titolo &amp; mezzo", "Sotto", "Fonte: registri.", `type="slidenum"`} {
			if !strings.Contains(s, want) {
				t.Errorf("slide of %s without %q", f.Drawing.ID, want)
			}
		}
		if f.Drawing.Kind != figure.Numbers && !strings.Contains(s, `descr="`) {
			t.Errorf("slide of %s without alternative text", f.Drawing.ID)
		}
		for _, want := range []string{"Un titolo &amp; mezzo", "Persone diverse.", "Fonte: registri.", f.Drawing.Grid.Rows[0][0]} {
			if !strings.Contains(notes, want) {
				t.Errorf("notes of %s without %q", f.Drawing.ID, want)
			}
		}
	}
	first := string(parts["ppt/slides/slide1.xml"])
	for _, want := range []string{"Formare", "un programma", "FAMI", "Regione", "2017"} {
		if !strings.Contains(first, want) {
			t.Errorf("title slide without %q", want)
		}
	}
}

// TestHalfHidden draws no parts of a hundred out of which one is not published: the others would look larger.
func TestHalfHidden(t *testing.T) {
	c := content(t)
	d := drawing("60-parti")
	parts := []figure.Series{series("molto", figure.ToneHigh, known(12), known(8)), series("poco", figure.ToneLow, hiddenPoint, known(7))}
	d.Charts = []figure.Chart{{Kind: figure.FullBarChart, Categories: []string{"Nord", "Sud"}, Series: parts}}
	c.Figures = []deck.Figure{{Drawing: d, PNG: raster(c.Emblem)}}
	if s := string(write(t, c)["ppt/slides/slide2.xml"]); strings.Contains(s, "c:chart") || !strings.Contains(s, "p:pic") {
		t.Error("drawn as a chart")
	}
	parts[0].Points[0] = hiddenPoint
	if s := string(write(t, c)["ppt/slides/slide2.xml"]); !strings.Contains(s, "c:chart") {
		t.Error("a row that is hidden whole can be drawn")
	}
}

// TestNoColourIsFixed keeps to the theme's names of colours everywhere but in the themes themselves.
func TestNoColourIsFixed(t *testing.T) {
	for name, raw := range write(t, content(t)) {
		if strings.Contains(string(raw), "srgbClr") && !strings.HasPrefix(name, "ppt/theme/") && strings.HasPrefix(name, "ppt/") {
			t.Errorf("%s has a colour of its own", name)
		}
	}
}

// raster hands on a picture that is there already.
func raster(raw []byte) func() ([]byte, error) { return func() ([]byte, error) { return raw, nil } }
