package revision

import "testing"

// Whatever a file is called: no two names correct each other, none corrects itself, and reading what is
// left of a name finds no stronger mark.
func FuzzParse(f *testing.F) {
	for _, seed := range [][2]string{
		{"registro aprile.xlsx", "registro aprile_rev2.xlsx"}, {"a/invio 2017-05-10/reg (1).xls", "a/2° invio/Copia (3) di reg.xlsx"},
		{"reg al 15-05.xlsx", "reg REV1 del 12.4.xlsx"}, {"(1).xlsx", "v2.xlsx"}, {"R_ Re_ reg v 2.1 def.xlsx", "20170510_1530 bozza"},
	} {
		f.Add(seed[0], seed[1])
	}
	w := load(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := w.Parse(a), w.Parse(b)
		if x.Corrects(y) != None && y.Corrects(x) != None {
			t.Errorf("%q and %q correct each other", a, b)
		}
		if x.Corrects(x) != None {
			t.Errorf("%q corrects itself", a)
		}
		if again := w.Parse(a); again != x {
			t.Errorf("%q is read as %+v and as %+v", a, x, again)
		}
		w.Undated(a)
	})
}
