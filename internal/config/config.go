// Package config owns formare.yaml: its keys, defaults, checks and the errors that say line, column
// and the nearest known key. It must not know what the values are used for.
package config

// Config is a project's configuration after defaults, file and flags.
type Config struct {
	Programme Programme          `yaml:"programme"`
	Partners  []Partner          `yaml:"partners"`
	Areas     []Area             `yaml:"areas"`
	Targets   map[string]float64 `yaml:"targets"` // by measure of the indicator headline
	Rules     Rules              `yaml:"rules"`
	Limits    Limits             `yaml:"limits"`
	Privacy   Privacy            `yaml:"privacy"`
	Figures   Figures            `yaml:"figures"`
	Sources   []Source           `yaml:"sources"`
	Synonyms  Synonyms           `yaml:"synonyms"`
	People    People             `yaml:"people"`
	Territory Territory          `yaml:"territory"`
}

// Programme is what the figures and pages call the programme, and its period.
type Programme struct {
	Name    string `yaml:"name"`
	Title   string `yaml:"title"`
	Funding string `yaml:"funding"`
	Lead    string `yaml:"lead"`
	Contact string `yaml:"contact"` // whom partners may ask: an address, a telephone number
	Region  string `yaml:"region"`  // of the figures' subtitles; default "Umbria"
	Start   string `yaml:"start"`   // first month, "2017-04"
	End     string `yaml:"end"`     // last month, "2018-03"
	Sample  bool   `yaml:"sample"`  // the data are invented: every figure says so
}

// Territory names the tables of another region than the program's own, relative to the project.
type Territory struct {
	Comuni string `yaml:"comuni"` // like data/reference/comuni.csv; default the comuni of Umbria
	Zones  string `yaml:"zones"`  // like data/reference/zone_sociali.csv; default the zones that comuni names
}

// Partner delivers courses and sends workbooks.
type Partner struct {
	ID           string            `yaml:"id"`
	Name         string            `yaml:"name"`
	Aliases      []string          `yaml:"aliases"`
	PasswordEnv  string            `yaml:"password_env"`  // environment variable with the password of its workbooks
	PasswordFile string            `yaml:"password_file"` // file with its passwords, one a line, relative to the project
	Columns      map[string]string `yaml:"columns"`       // header text to field, in all its workbooks; "-" passes a column over
	Quiet        []string          `yaml:"quiet"`         // months of which it said that it did nothing
}

// Area is a subject that courses are about; the order is that of the colours.
type Area struct {
	ID       string   `yaml:"id"`
	Label    string   `yaml:"label"`
	Synonyms []string `yaml:"synonyms"`
}

// Rules decide numbers.
type Rules struct {
	CompletionThreshold float64 `yaml:"completion_threshold"` // share of hours planned; default 0.75
	DueDays             int     `yaml:"due_days"`             // after a month's end, until its register is late; default 15
}

// Limits bound what reading one file may cost, so that a broken or hostile one cannot hold up the others.
type Limits struct {
	FileMB     int `yaml:"file_mb"`     // of the file; default 512
	UnpackedMB int `yaml:"unpacked_mb"` // of what is packed in it; default 4096
	Ratio      int `yaml:"ratio"`       // of the one to the other, beyond 64 MB; default 250
	Rows       int `yaml:"rows"`        // of a sheet; default 1,048,576
	Cells      int `yaml:"cells"`       // of a file; default 50 million
	TextKB     int `yaml:"text_kb"`     // of a cell; default 1024
	Depth      int `yaml:"depth"`       // of elements inside each other; default 256
	Seconds    int `yaml:"seconds"`     // for reading a file; default 600
}

// Privacy is about what may be published.
type Privacy struct {
	MinCell int `yaml:"min_cell"` // default 5, never below 3
}

// Figures says how figures are drawn.
type Figures struct {
	Theme      string   `yaml:"theme"`       // light (default), dark, or both
	Set        string   `yaml:"set"`         // auto (default: monthly, and final in the last month), monthly, final or all
	Sizes      []string `yaml:"sizes"`       // slide, square; default both
	Formats    []string `yaml:"formats"`     // svg, png, pdf; default all
	Documents  []string `yaml:"documents"`   // deck, tables, page; default all
	Emblem     string   `yaml:"emblem"`      // PNG of the EU emblem, relative to the project
	EmblemText string   `yaml:"emblem_text"` // default "Progetto cofinanziato dall'Unione Europea"
	Logos      []string `yaml:"logos"`       // further PNG files

	DeckTemplate string `yaml:"deck_template"` // a presentation whose masters, layouts and theme the deck takes
}

// Themes lists the themes that are drawn, the one for print first.
func (f Figures) Themes() []string {
	if f.Theme == "both" {
		return []string{"light", "dark"}
	}
	return []string{f.Theme}
}

// Source tells about one received file what cannot be read from it.
type Source struct {
	File       string            `yaml:"file"` // under data/inbox, slashes; * and ** match
	Partner    string            `yaml:"partner"`
	Month      string            `yaml:"month"`
	Supersedes string            `yaml:"supersedes"` // the file that this one corrects
	Accept     bool              `yaml:"accept"`     // it may count although it lacks much of what it corrects
	Ignore     bool              `yaml:"ignore"`
	Columns    map[string]string `yaml:"columns"` // header text to field; "-" passes a column over
}

// Synonyms adds words to the lexicons.
type Synonyms struct {
	Headers  map[string][]string `yaml:"headers"` // field to header texts
	Comuni   map[string][]string `yaml:"comuni"`  // comune name or ISTAT code to spellings
	Roles    map[string][]string `yaml:"roles"`
	Services map[string][]string `yaml:"services"` // canonical name to spellings
}
