package config

import (
	"strings"
	"testing"
)

const minimal = "programme: {start: 2017-04, end: 2018-03}\npartners:\n  - {id: anci, name: Anci Umbria}\n"

func TestParseDefaults(t *testing.T) {
	cfg, err := Parse("formare.yaml", []byte(minimal))
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Privacy.MinCell != 5 || cfg.Rules.CompletionThreshold != 0.75 || cfg.Figures.Theme != "light" {
		t.Errorf("defaults were lost: %+v", cfg)
	}
	if cfg.Programme.Start != "2017-04" || cfg.Partners[0].ID != "anci" {
		t.Errorf("values were not read: %+v", cfg)
	}
}

func TestParseNameless(t *testing.T) {
	cfg, err := Parse("formare.yaml", []byte("programme: {start: 2017-04, end: 2018-03}\npartners: [{id: csc}]\nareas: [{id: scuola}]\n"))
	if err != nil || cfg.Partners[0].Name != "csc" || cfg.Areas[0].Label != "scuola" {
		t.Errorf("%+v, %v", cfg, err)
	}
}

func TestParseByteOrderMark(t *testing.T) {
	if _, err := Parse("formare.yaml", []byte("\xef\xbb\xbf"+minimal)); err != nil {
		t.Error(err)
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, yaml, want string }{
		{"empty", "", "empty"},
		{"only comment", "# nothing\n", "empty"},
		{"syntax", "programme: {start: 2017-04\n", "formare.yaml:1:"},
		{"unknown key", minimal + "privacy:\n  min_cel: 5\n", `formare.yaml:5:3: there is no key "min_cel"; did you mean "min_cell"?`},
		{"unknown top key", minimal + "targts: {participants: 1}\n", `formare.yaml:4:1: there is no key "targts"; did you mean "targets"?`},
		{"unknown key in list", "programme: {start: 2017-04, end: 2018-03}\npartners:\n  - id: a\n    nome: A\n", `formare.yaml:4:5: there is no key "nome"; did you mean "name"?`},
		{"far key", minimal + "xyzzyplugh: 1\n", "known here: programme, partners"},
		{"wrong type", minimal + "privacy: {min_cell: five}\n", "formare.yaml:4:21"},
		{"list for text", "programme: {start: [1], end: 2018-03}\npartners: [{id: a}]\n", "formare.yaml:1:"},
		{"bad month", "programme: {start: 2017-13, end: 2018-03}\npartners: [{id: a}]\n", `formare.yaml:1:20: programme.start: "2017-13" is not a month`},
		{"period", "programme: {start: 2018-04, end: 2018-03}\npartners: [{id: a}]\n", "ends (2018-03) before it starts (2018-04)"},
		{"no partners", "programme: {start: 2017-04, end: 2018-03}\n", "partners is missing"},
		{"duplicate partner", "programme: {start: 2017-04, end: 2018-03}\npartners:\n  - {id: a}\n  - {id: a}\n", `formare.yaml:4:10: partners[1].id: "a" is taken already`},
		{"duplicate alias", "programme: {start: 2017-04, end: 2018-03}\npartners:\n  - {id: a, aliases: [X]}\n  - {id: b, aliases: [x]}\n", `"x" is taken already`},
		{"bad id", "programme: {start: 2017-04, end: 2018-03}\npartners: [{id: Anci Umbria}]\n", `"Anci Umbria" is not an id`},
		{"duplicate area", minimal + "areas: [{id: a}, {id: a}]\n", `areas[1].id: "a" is taken already`},
		{"target", minimal + "targets: {participant: 700}\n", `did you mean "participants"?`},
		{"target zero", minimal + "targets: {participants: 0}\n", "must be greater than zero"},
		{"target without end", minimal + "targets: {participants: .inf}\n", "must be greater than zero"},
		{"target no number", minimal + "targets: {participants: .nan}\n", "must be greater than zero"},
		{"threshold no number", minimal + "rules: {completion_threshold: .nan}\n", "must lie between 0 and 1"},
		{"threshold", minimal + "rules: {completion_threshold: 75}\n", "must lie between 0 and 1"},
		{"min cell", minimal + "privacy: {min_cell: 2}\n", "below the least threshold"},
		{"theme", minimal + "figures: {theme: blue}\n", "choose among light, dark"},
		{"format twice", minimal + "figures: {formats: [svg, svg]}\n", `"svg" is taken already`},
		{"source partner", minimal + "sources: [{file: a.xlsx, partner: zzz}]\n", `partner "zzz" is not in the list`},
		{"source month", minimal + "sources: [{file: a.xlsx, month: aprile}]\n", "is not a month"},
		{"people alone", minimal + "people: {same: [[\"cf:1\"]]}\n", "people.same[0]: a pair of references is needed"},
		{"people three apart", minimal + "people: {different: [[\"cf:1\", \"cf:2\", \"cf:3\"]]}\n", "people.different[0]: a pair"},
		{"people ref", minimal + "people:\n  same:\n    - [\"cf:1\", \"Mario Rossi\"]\n", `formare.yaml:6:16: people.same[0][1]: "Mario Rossi" is no reference`},
		{"people row", minimal + "people: {same: [[\"cf:1\", \"a.xlsx!Foglio1!0\"]]}\n", "is no reference"},
		{"people twice", minimal + "people: {same: [[\"cf:1\", \"cf:1\"]]}\n", `"cf:1" is taken already`},
		{"people both", minimal + "people: {same: [[\"cf:1\", \"name:2\"], [\"name:2\", \"cf:3\"]], different: [[\"cf:3\", \"cf:1\"]]}\n", `people.different[0]: "cf:3" and "cf:1" are called different`},
		{"two documents", minimal + "---\n" + minimal, "more than one document"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("formare.yaml", []byte(tt.yaml))
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got  %s\nwant %s", err, tt.want)
			}
		})
	}
}

func TestPeople(t *testing.T) {
	cfg, err := Parse("formare.yaml", []byte(minimal+`people:
  same:
    - ["cf:-12", "a/b!c.xlsx!Foglio 1!7"]
    - ["name:3", "person:4"]
    - ["a/b!c.xlsx!Foglio 1!7", "person:4", "cf:9"]
    - ["cf:5", "cf:6"]
  different: [["cf:5", "name:-3"]]
`))
	if err != nil {
		t.Fatal(err)
	}
	groups := cfg.People.Groups()
	if len(groups) != 2 || len(groups[0]) != 5 || len(groups[1]) != 2 {
		t.Errorf("groups %q", groups)
	}
	for _, tt := range []struct {
		ref  string
		want PersonRef
		ok   bool
	}{
		{"cf:-12", PersonRef{Kind: "cf", Key: -12}, true},
		{"a.xlsx!S!12", PersonRef{Row: 12}, true},
		{"cf:1!S!12", PersonRef{Row: 12}, true}, // a file may be called so
		{"cf:", PersonRef{}, false},
		{"name:99999999999999999999", PersonRef{}, false},
		{"a.xlsx!12", PersonRef{}, false},
		{"", PersonRef{}, false},
	} {
		got, ok := ParsePerson(tt.ref)
		tt.want.Ref = tt.ref
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("ParsePerson(%q) = %+v, %v", tt.ref, got, ok)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(minimal))
	f.Add([]byte("a: [b, {c: d}]\n? x\n: y\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if cfg, err := Parse("formare.yaml", raw); err == nil && cfg.Programme.Start == "" {
			t.Error("accepted a configuration without a period")
		}
	})
}
