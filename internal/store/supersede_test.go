package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"formare/internal/revision"
)

// A held is a file in a test: its rows are letters, each a person on a course.
type held struct {
	path, partner, month string
	rows                 string
	unread, overwritten  bool
}

func (h held) source() Source {
	s := Source{ID: SourceID(h.path, h.rows), File: h.path, SHA256: h.rows, Partner: h.partner, Month: h.month,
		Status: Active, RowsKept: len(h.rows), Courses: 1, Overwritten: h.overwritten}
	if h.unread {
		s.Status, s.Reason = SetAside, "source-unreadable"
	}
	return s
}

func settlement(t testing.TB, told Told, accepted ...string) Settlement {
	t.Helper()
	words, err := revision.Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return Settlement{Words: words, Told: told,
		Accepted: func(s *Source) bool { return slices.Contains(accepted, s.SHA256) },
		Alike: func(old, later *Source) (Likeness, error) {
			both := 0
			for _, r := range old.SHA256 {
				if strings.ContainsRune(later.SHA256, r) {
					both++
				}
			}
			return Likeness{Old: len(old.SHA256), Later: len(later.SHA256), Both: both, People: both}, nil
		}}
}

// outcome says what became of each file: "active", "← file that counts", "waits".
func outcome(l *Ledger) map[string]string {
	byID, got := l.Index(), map[string]string{}
	for _, s := range l.Sources {
		name := s.File
		if s.Overwritten {
			name += " (before)"
		}
		switch {
		case s.Waits():
			got[name] = "waits: " + s.Reason
		case s.Status == Superseded:
			got[name] = "← " + byID[s.SupersededBy].File
		default:
			got[name] = string(s.Status)
		}
	}
	return got
}

func TestSettle(t *testing.T) {
	const anci, apr = "anci", "2017-04"
	f := func(path, rows string) held { return held{path: path, rows: rows, partner: anci, month: apr} }
	unread := func(h held) held { h.unread = true; return h }
	before := func(h held) held { h.overwritten = true; return h }
	tests := []struct {
		name     string
		files    []held
		told     Told
		accepted []string
		want     map[string]string // of the files that are not simply active
	}{
		{"revision in the same folder", []held{f("a/apr.xlsx", "abcd"), f("a/apr_rev.xlsx", "abce")}, nil, nil,
			map[string]string{"a/apr.xlsx": "← a/apr_rev.xlsx"}},
		{"the latest of three counts", []held{f("a/apr.xlsx", "abcd"), f("a/apr_v2.xlsx", "abce"), f("a/apr_DEF.xlsx", "abcf")}, nil, nil,
			map[string]string{"a/apr.xlsx": "← a/apr_DEF.xlsx", "a/apr_v2.xlsx": "← a/apr_DEF.xlsx"}},
		{"another partner's file stays", []held{f("a/apr.xlsx", "abcd"), {path: "b/apr_rev.xlsx", rows: "abce", partner: "csc", month: apr}}, nil, nil, nil},
		{"another month's file stays", []held{f("a/reg.xlsx", "abcd"), {path: "a/reg_rev.xlsx", rows: "efgh", partner: anci, month: "2017-05"}}, nil, nil, nil},
		{"one name in the folders of two courses", []held{f("corso 1/registro.xlsx", "abcd"), f("corso 2/registro.xlsx", "abce")}, nil, nil, nil},
		{"correction in a folder of its own", []held{f("a/apr.xlsx", "abcd"), f("a/nuovi/apr_rev.xlsx", "abce")}, nil, nil,
			map[string]string{"a/apr.xlsx": "← a/nuovi/apr_rev.xlsx"}},
		{"correction that could be of two files", []held{f("c1/reg.xlsx", "abcd"), f("c2/reg.xlsx", "efgh"), f("new/reg_rev.xlsx", "abce")}, nil, nil, nil},
		{"the same content twice", []held{f("a/apr.xlsx", "abcd"), f("a/inviati/apr.xlsx", "abcd")}, nil, nil,
			map[string]string{"a/inviati/apr.xlsx": "← a/apr.xlsx"}},
		{"an identical copy in front of it by name", []held{f("a/apr.xlsx", "abcd"), f("a/Copia di apr.xlsx", "abcd"), f("a/apr (1).xlsx", "abce")}, nil, nil,
			map[string]string{"a/Copia di apr.xlsx": "← a/apr (1).xlsx", "a/apr.xlsx": "← a/apr (1).xlsx"}},
		{"back to the first version", []held{f("a/apr.xlsx", "abcd"), f("a/apr_v2.xlsx", "abce"), f("a/apr_v3.xlsx", "abcd")}, nil, nil,
			map[string]string{"a/apr.xlsx": "← a/apr_v3.xlsx", "a/apr_v2.xlsx": "← a/apr_v3.xlsx"}},
		{"told", []held{f("a/apr.xlsx", "abcd"), f("a/altro.xlsx", "xyzw")}, Told{"a/apr.xlsx": "a/altro.xlsx"}, nil,
			map[string]string{"a/apr.xlsx": "← a/altro.xlsx"}},
		{"told in a chain, whatever the names' order", []held{f("z.xlsx", "abcd"), f("y.xlsx", "abce"), f("x.xlsx", "abcf")},
			Told{"z.xlsx": "y.xlsx", "y.xlsx": "x.xlsx"}, nil, map[string]string{"z.xlsx": "← x.xlsx", "y.xlsx": "← x.xlsx"}},
		{"told in a circle", []held{f("x.xlsx", "abcd"), f("y.xlsx", "abce")}, Told{"x.xlsx": "y.xlsx", "y.xlsx": "x.xlsx"}, nil,
			map[string]string{"x.xlsx": "← y.xlsx"}},
		{"told against the names", []held{f("apr.xlsx", "abcd"), f("apr_rev.xlsx", "abce")}, Told{"apr_rev.xlsx": "apr.xlsx"}, nil,
			map[string]string{"apr_rev.xlsx": "← apr.xlsx"}},
		{"told of a file that waits for being read", []held{f("x.xlsx", "abcd"), unread(f("y.xlsx", "abce"))}, Told{"x.xlsx": "y.xlsx"}, nil,
			map[string]string{"y.xlsx": "set_aside"}},
		{"a correction of one that could not be read", []held{unread(f("apr.xlsx", "abcd")), f("apr_rev.xlsx", "abce")}, nil, nil,
			map[string]string{"apr.xlsx": "← apr_rev.xlsx"}},
		{"a copy beside one that could not be read", []held{unread(f("apr.xlsx", "abcd")), f("apr (1).xlsx", "abce")}, nil, nil,
			map[string]string{"apr.xlsx": "set_aside"}},
		{"told of one that could not be read", []held{unread(f("x.xlsx", "abcd")), f("y.xlsx", "abce")}, Told{"x.xlsx": "y.xlsx"}, nil,
			map[string]string{"x.xlsx": "← y.xlsx"}},
		{"one that cannot be read among three", []held{f("apr.xlsx", "abcd"), unread(f("apr_v2.xlsx", "abce")), f("apr_v3.xlsx", "abcf")}, nil, nil,
			map[string]string{"apr.xlsx": "← apr_v3.xlsx", "apr_v2.xlsx": "← apr_v3.xlsx"}},
		{"a correction that cannot be read", []held{f("apr.xlsx", "abcd"), unread(f("apr_rev.xlsx", "abce"))}, nil, nil,
			map[string]string{"apr_rev.xlsx": "set_aside"}},
		{"a correction that lacks most rows", []held{f("apr.xlsx", "abcdefgh"), f("apr_rev.xlsx", "abc")}, nil, nil,
			map[string]string{"apr_rev.xlsx": "waits: source-shrunk"}},
		{"half of the rows is enough", []held{f("apr.xlsx", "abcdefgh"), f("apr_rev.xlsx", "abcd")}, nil, nil,
			map[string]string{"apr.xlsx": "← apr_rev.xlsx"}},
		{"accepted", []held{f("apr.xlsx", "abcdefgh"), f("apr_rev.xlsx", "abc")}, nil, []string{"abc"},
			map[string]string{"apr.xlsx": "← apr_rev.xlsx"}},
		{"told and lacking most rows", []held{f("x.xlsx", "abcdefgh"), f("y.xlsx", "abc")}, Told{"x.xlsx": "y.xlsx"}, nil,
			map[string]string{"y.xlsx": "waits: source-shrunk"}},
		{"a whole version after one that lacked", []held{f("apr.xlsx", "abcdefgh"), f("apr_v2.xlsx", "abc"), f("apr_v3.xlsx", "abcdefgi")}, nil, nil,
			map[string]string{"apr.xlsx": "← apr_v3.xlsx", "apr_v2.xlsx": "← apr_v3.xlsx"}},
		{"one that lacks after two", []held{f("apr.xlsx", "abcdefgh"), f("apr_v2.xlsx", "abcdefgi"), f("apr_v3.xlsx", "ab")}, nil, nil,
			map[string]string{"apr.xlsx": "← apr_v2.xlsx", "apr_v3.xlsx": "waits: source-shrunk"}},
		{"a correction of something else by mistake", []held{f("apr.xlsx", "abcd"), f("apr_rev.xlsx", "wxyz")}, nil, nil,
			map[string]string{"apr_rev.xlsx": "waits: source-unlike"}},
		{"an e-mail program's number on another register", []held{f("registro.xlsx", "abcd"), f("registro (1).xlsx", "wxyz")}, nil, nil, nil},
		{"an e-mail program's number on the same register", []held{f("registro.xlsx", "abcd"), f("registro (1).xlsx", "abcde")}, nil, nil,
			map[string]string{"registro.xlsx": "← registro (1).xlsx"}},
		{"a bare number on the same register", []held{f("registro.xlsx", "abcd"), f("registro 2.xlsx", "abcde")}, nil, nil,
			map[string]string{"registro.xlsx": "← registro 2.xlsx"}},
		{"a bare number on half of the register", []held{f("registro.xlsx", "abcd"), f("registro 2.xlsx", "abxy")}, nil, nil, nil},
		{"deliveries of the same register", []held{f("invio 2017-05-10/reg.xlsx", "abcd"), f("invio 2017-05-22/reg.xlsx", "abcde")}, nil, nil,
			map[string]string{"invio 2017-05-10/reg.xlsx": "← invio 2017-05-22/reg.xlsx"}},
		{"deliveries of other registers", []held{f("invio 2017-05-10/reg.xlsx", "abcd"), f("invio 2017-05-22/reg.xlsx", "wxyz")}, nil, nil, nil},
		{"two formats", []held{f("reg.xls", "abcd"), f("reg.xlsx", "abcde")}, nil, nil, map[string]string{"reg.xls": "← reg.xlsx"}},
		{"replaced in place", []held{before(f("apr.xlsx", "abcd")), f("apr.xlsx", "abce")}, nil, nil,
			map[string]string{"apr.xlsx (before)": "← apr.xlsx"}},
		{"replaced in place by less", []held{before(f("apr.xlsx", "abcdefgh")), f("apr.xlsx", "ab")}, nil, nil,
			map[string]string{"apr.xlsx": "waits: source-shrunk"}},
		{"replaced in place by another register", []held{before(f("apr.xlsx", "abcd")), f("apr.xlsx", "wxyz")}, nil, nil,
			map[string]string{"apr.xlsx": "waits: source-unlike"}},
		{"replaced in place by what cannot be read", []held{before(f("apr.xlsx", "abcd")), unread(f("apr.xlsx", "abce"))}, nil, nil,
			map[string]string{"apr.xlsx": "set_aside"}},
		{"replaced in place by less, then corrected", []held{before(f("apr.xlsx", "abcdefgh")), f("apr.xlsx", "ab"), f("apr_rev.xlsx", "abcdefgi")}, nil, nil,
			map[string]string{"apr.xlsx (before)": "← apr_rev.xlsx", "apr.xlsx": "← apr_rev.xlsx"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var l Ledger
			for _, f := range tt.files {
				l.Sources = append(l.Sources, f.source())
			}
			for range 2 { // settling twice changes nothing
				if err := l.Settle(settlement(t, tt.told, tt.accepted...)); err != nil {
					t.Fatal(err)
				}
				for name, got := range outcome(&l) {
					want := tt.want[name]
					if want == "" {
						want = "active"
					}
					if got != want {
						t.Errorf("%s: %s, want %s", name, got, want)
					}
				}
			}
		})
	}
}

// The next version is kept beside the one that counts in the end.
func TestCorrectedBy(t *testing.T) {
	var l Ledger
	for i, rows := range []string{"abcd", "abce", "abcf"} {
		l.Sources = append(l.Sources, held{path: fmt.Sprintf("apr_v%d.xlsx", i+1), rows: rows, partner: "anci", month: "2017-04"}.source())
	}
	if err := l.Settle(settlement(t, nil)); err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		s := l.Sources[i]
		if s.CorrectedBy != l.Sources[i+1].ID || s.SupersededBy != l.Sources[2].ID {
			t.Errorf("%s: corrected by %s, superseded by %s", s.File, s.CorrectedBy, s.SupersededBy)
		}
	}
}

// Whatever files there are: what counts does not depend on the order in which they came nor on what was
// settled in between, and every file is accounted for just once: it counts, or leads to one that counts,
// or is set aside for a reason.
func TestSettleAnyOrder(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	names := []string{"apr", "apr_rev", "apr_v2", "apr_v3", "apr_DEF", "apr (1)", "Copia di apr", "apr 2", "apr bozza", "mag", "mag_rev", "corso 1", "corso 2"}
	folders := []string{"", "a/", "a/invio 1/", "a/invio 2/", "b/"}
	contents := []string{"abcdefgh", "abcdefgi", "abc", "defghijk", "wxyz", "wxya", "ab"}
	for range 400 {
		var all []held
		for range 2 + rnd.IntN(6) {
			h := held{path: folders[rnd.IntN(len(folders))] + names[rnd.IntN(len(names))] + ".xlsx",
				rows: contents[rnd.IntN(len(contents))], partner: "anci", month: "2017-04", unread: rnd.IntN(8) == 0}
			if !slices.ContainsFunc(all, func(o held) bool { return o.path == h.path }) {
				all = append(all, h)
			}
		}
		told := Told{}
		if rnd.IntN(3) == 0 {
			told[all[0].path] = all[len(all)-1].path
		}
		by := settlement(t, told, contents[rnd.IntN(len(contents))])
		once := arrive(t, by, [][]held{all})
		var steps [][]held
		for _, i := range rnd.Perm(len(all)) {
			steps = append(steps, []held{all[i]})
		}
		step := arrive(t, by, steps)
		if a, b := fmt.Sprint(outcome(once)), fmt.Sprint(outcome(step)); a != b {
			t.Fatalf("%+v\ntold %v\nat once:   %s\none by one: %s", all, told, a, b)
		}
		accounted(t, once)
	}
}

func arrive(t *testing.T, by Settlement, steps [][]held) *Ledger {
	t.Helper()
	l := &Ledger{}
	for _, step := range steps {
		for _, h := range step {
			l.Sources = append(l.Sources, h.source())
		}
		if err := l.Settle(by); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

func accounted(t *testing.T, l *Ledger) {
	t.Helper()
	byID := l.Index()
	for _, s := range l.Sources {
		last := byID[s.SupersededBy]
		switch {
		case s.Status == Active && (s.SupersededBy != "" || s.Reason != ""):
			t.Errorf("%s counts, but: %+v", s.File, s)
		case s.Status == SetAside && s.Reason == "":
			t.Errorf("%s is set aside for no reason", s.File)
		case s.Waits() && (byID[s.Against] == nil || byID[s.Against].Status == SetAside):
			t.Errorf("%s waits against %v", s.File, byID[s.Against])
		case s.Status == Superseded && (last == nil || last.Status == Superseded || last.Status == SetAside && s.Reason != ReasonDuplicate):
			t.Errorf("%s leads to %+v", s.File, last)
		}
	}
}

func TestOverwritten(t *testing.T) {
	usable := func(*Source) bool { return true }
	a, b, c := held{path: "apr.xlsx", rows: "abcd"}.source(), held{path: "apr.xlsx", rows: "ab"}.source(), held{path: "apr.xlsx", rows: "abce"}.source()
	file := func(path, rows string) File { return File{Path: path, SHA256: rows} }
	superseded := a
	superseded.Status, superseded.Overwritten = Superseded, true
	waiting := b
	waiting.Status, waiting.Reason = SetAside, ReasonShrunk
	heldBack := a
	heldBack.Overwritten = true
	tests := []struct {
		name   string
		ledger []Source
		files  []File
		want   string // content that stays known
	}{
		{"the same content", []Source{a}, []File{file("apr.xlsx", "abcd")}, ""},
		{"new content", []Source{a}, []File{file("apr.xlsx", "ab")}, "abcd"},
		{"gone", []Source{a}, nil, ""},
		{"moved", []Source{a}, []File{file("apr.xlsx", "ab"), file("old/apr.xlsx", "abcd")}, ""},
		{"known already", []Source{superseded, b}, []File{file("apr.xlsx", "ab")}, "abcd"},
		{"a third content", []Source{superseded, b}, []File{file("apr.xlsx", "abce")}, "ab"},
		{"a third content while the second waits", []Source{heldBack, waiting}, []File{file("apr.xlsx", "abce")}, "abcd"},
		{"back to the first", []Source{superseded, c}, []File{file("apr.xlsx", "abcd")}, "abce"},
	}
	for _, tt := range tests {
		l := Ledger{Sources: tt.ledger}
		got := ""
		for _, s := range l.Overwritten(tt.files, usable) {
			got += s.SHA256
			if !s.Overwritten {
				t.Errorf("%s: not marked", tt.name)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q stays known, want %q", tt.name, got, tt.want)
		}
	}
	l := Ledger{Sources: []Source{a}}
	if got := l.Overwritten([]File{file("apr.xlsx", "ab")}, func(*Source) bool { return false }); len(got) != 0 {
		t.Errorf("kept what cannot be counted: %v", got)
	}
}

func TestOldLedgerOpens(t *testing.T) {
	path := t.TempDir() + "/ledger.json"
	write(t, path, `{"version": 1, "sources": [{"source": "x", "file": "apr.xlsx", "revision": 2, "status": "active", "reading": "abc"}]}`)
	l, err := ReadLedger(path)
	if err != nil || len(l.Sources) != 1 || l.Sources[0].Reading != "" || l.Version != ledgerVersion {
		t.Fatalf("%+v, %v", l, err)
	}
	write(t, path, `{"version": 99, "sources": []}`)
	if _, err := ReadLedger(path); err == nil {
		t.Error("a later version was read")
	}
}
