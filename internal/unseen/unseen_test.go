package unseen

import (
	"os"
	"path/filepath"
	"testing"
)

// The same seed makes the same bytes; another one makes other workbooks of the same styles.
func TestSameSeedSameSet(t *testing.T) {
	write := func(seed uint64) string {
		set, err := Make(seed, Styles(0, "csv", "ods"))
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := set.Write(dir); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	one, again, other := write(3), write(3), write(4)
	differ := 0
	err := filepath.WalkDir(one, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(one, path)
		a, b := read(t, path), read(t, filepath.Join(again, rel))
		if a != b {
			t.Errorf("%s differs between two runs of one seed", rel)
		}
		if c, err := os.ReadFile(filepath.Join(other, rel)); err != nil || a != string(c) { // names of files are drawn too
			differ++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if differ < 20 {
		t.Errorf("only %d files differ between two seeds", differ)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// The example of the revenue agency, and a name shorter than three letters.
func TestCodiceFiscale(t *testing.T) {
	for _, c := range []struct {
		p    person
		want string
	}{
		{person{surname: "Rossi", given: "Mario", born: day(1980, 1, 1), birthplace: "H501"}, "RSSMRA80A01H501U"},
		{person{surname: "Fo", given: "Gianfranco", born: day(1964, 3, 5), birthplace: "D653", female: true}, "FOXGFR64C45D653"},
	} {
		if got := codiceFiscale(&c.p); got[:len(c.want)] != c.want {
			t.Errorf("%s %s: %s, not %s", c.p.surname, c.p.given, got, c.want)
		}
	}
}

// A measure of nothing finds everything lost, so that no figure can be good by accident.
func TestMeasureOfNothing(t *testing.T) {
	set, err := Make(1, Styles(1))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := set.Write(dir); err != nil {
		t.Fatal(err)
	}
	r, err := Measure(dir, Got{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Total.Rows.Right != 0 || r.Total.Silent != r.Total.Rows.All || r.Total.Problems.Right != 0 || r.Total.Courses.Right != 0 {
		t.Errorf("of nothing, the measure says %+v", r.Total)
	}
}
