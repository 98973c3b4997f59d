package sample

import (
	"crypto/sha256"
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// hashes gives the hash of every file under a folder.
func hashes(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	out := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(rel)] = sha256.Sum256(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// read gives a table of the truth as rows by column name.
func read(t *testing.T, dir, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "truth", filepath.FromSlash(name)+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, l := range lines[1:] {
		m := map[string]string{}
		for i, v := range l {
			m[lines[0][i]] = v
		}
		out = append(out, m)
	}
	return out
}

func make1(t *testing.T, opt Options) (string, Summary) {
	t.Helper()
	dir := t.TempDir()
	sum, err := Generate(dir, opt)
	if err != nil {
		t.Fatal(err)
	}
	return dir, sum
}

func TestSameSeedSameBytes(t *testing.T) {
	a, _ := make1(t, Options{Seed: 7})
	b, _ := make1(t, Options{Seed: 7})
	c, _ := make1(t, Options{Seed: 8})
	ha, hb, hc := hashes(t, a), hashes(t, b), hashes(t, c)
	if len(ha) != len(hb) {
		t.Fatalf("%d files, then %d", len(ha), len(hb))
	}
	for name, h := range ha {
		if hb[name] != h {
			t.Errorf("%s differs between two runs", name)
		}
	}
	if ha["data/key"] == hc["data/key"] || ha["truth/participants.csv"] == hc["truth/participants.csv"] {
		t.Error("another seed gives the same people or key")
	}
	info, err := os.Stat(filepath.Join(a, "data", "key"))
	if err != nil || info.Mode().Perm() != 0o600 || info.Size() != 65 {
		t.Errorf("key: %v %v", info, err)
	}
}

func TestCalibration(t *testing.T) {
	for _, opt := range []Options{{}, {Seed: 2}, {Seed: 3}, {Seed: 99}, {Seed: 1 << 60}, {Scale: 3}} {
		dir, sum := make1(t, opt)
		n := float64(max(opt.Scale, 1))
		want := map[string]float64{
			"interventions": 81 * n, "hours_delivered": 960 * n, "participants": 722 * n, "services": 134 * n,
			"comuni_covered": 71, "zones_covered": 12, "months_active": 12, "coverage": 71.0 / 92, "enrolments": 982 * n,
		}
		got := map[string]float64{}
		for _, r := range read(t, dir, "headline") {
			got[r["measure"]], _ = strconv.ParseFloat(r["value"], 64)
		}
		for k, v := range want {
			if got[k] != v {
				t.Errorf("%+v: %s is %v, want %v", opt, k, got[k], v)
			}
		}
		if r := got["completion_rate"]; r < 0.81 || r > 0.87 {
			t.Errorf("%+v: completion rate %v", opt, r)
		}
		t.Logf("%+v %+v %v", opt, sum, got)
	}
}

// A project that is there already is never written over.
func TestRefusesToWriteOverAProject(t *testing.T) {
	dir, _ := make1(t, Options{})
	before := hashes(t, dir)
	if _, err := Generate(dir, Options{Seed: 5}); err == nil {
		t.Error("no error")
	}
	for name, h := range hashes(t, dir) {
		if before[name] != h {
			t.Errorf("%s was changed", name)
		}
	}
}
