package figure

// A Chart is a figure, or one panel of it, as an office program can draw it itself: what a presenter
// edits in a deck or a workbook. It takes its order, colours and labels from the drawing, and holds
// nothing that the drawing does not show.
type Chart struct {
	Kind       ChartKind
	Title      string // the panel's head; "" where the figure's title says it all
	Categories []string
	Series     []Series
	Format     string  // number format of values and labels, as Excel writes it: "#,##0", "0%"
	Max        float64 // end of the value axis; 0 leaves it to the program
	Gap        int     // space between groups in per cent of a bar's width; 0 stands for 50
}

// A ChartKind is a way in which office programs draw.
type ChartKind string

// The kinds that figures are given in.
const (
	BarChart         ChartKind = "bar"         // horizontal bars, the first category on top
	StackedBarChart  ChartKind = "stacked-bar" // their lengths add up
	FullBarChart     ChartKind = "full-bar"    // parts of a hundred
	ColumnChart      ChartKind = "column"      // vertical
	StackedColumns   ChartKind = "stacked-column"
	LineChart        ChartKind = "line"
	ScatterLineChart ChartKind = "scatter-line" // points with an X of their own, joined
)

// A Series is one row of values of a chart, a value a category.
type Series struct {
	Name   string
	Color  Tone
	Points []ChartPoint
	Labels bool // each point has its number beside it
	Dashed bool // a reference line, not data
}

// A ChartPoint is one value. What is hidden or unknown has no value but its words, "<5", "prot.", "n.d.".
type ChartPoint struct {
	X     float64 // of scatter charts
	Value float64
	Known bool
	Text  string // shown in place of the number; always set where Known is false
	Tone  Tone   // "" is the series' own
}

// A Tone names a colour by what it is for, so that each theme can give its own.
type Tone string

// The tones, as the figure system names them.
const (
	ToneAccent  Tone = "accent"
	ToneAccent2 Tone = "accent2"
	ToneContext Tone = "context"
	ToneShort   Tone = "short" // a shortfall, a reference
	ToneHigh    Tone = "high"  // the three bands of satisfaction
	ToneMiddle  Tone = "middle"
	ToneLow     Tone = "low"
	ToneInk     Tone = "ink"
	ToneNone    Tone = "none" // takes space and is not seen
)

// Hatched is the shade of what is not published.
const Hatched = -1

// A Grid is a figure's data as a table of words, as they are shown: beside the figure in a page, in
// place of a chart in a deck, in a slide's notes.
type Grid struct {
	Head  []string
	Rows  [][]string
	Right []bool // by column: numbers, which stand at the right

	Shades [][]int // by row and column, of heat maps: the class from 1 to 5, Hatched, or 0 for none; nil in other grids
}
