package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestPublishReplacesWhole(t *testing.T) {
	reports := t.TempDir()
	target := filepath.Join(reports, "2017-04")
	for _, version := range []string{"one", "two"} {
		stage, err := Stage(reports)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(stage, "a.txt"), version)
		write(t, filepath.Join(stage, version+".txt"), version)
		if err := Publish(stage, target); err != nil {
			t.Fatal(err)
		}
		if got := read(t, filepath.Join(target, "a.txt")); got != version {
			t.Errorf("published %q, want %q", got, version)
		}
	}
	if _, err := os.Stat(filepath.Join(target, "one.txt")); err == nil {
		t.Error("a file of the earlier publication is still there")
	}
	if left, _ := os.ReadDir(reports); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRecover(t *testing.T) {
	reports := t.TempDir()
	write(t, filepath.Join(reports, stagePrefix+"1", "a.txt"), "half done")
	write(t, filepath.Join(reports, oldPrefix+"2017-04", "a.txt"), "stepped aside")
	write(t, filepath.Join(reports, oldPrefix+"2017-05", "a.txt"), "replaced")
	write(t, filepath.Join(reports, "2017-05", "a.txt"), "new")
	if err := Recover(reports); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(reports, "2017-04", "a.txt")); got != "stepped aside" {
		t.Errorf("2017-04 holds %q", got)
	}
	if got := read(t, filepath.Join(reports, "2017-05", "a.txt")); got != "new" {
		t.Errorf("2017-05 holds %q", got)
	}
	if left, _ := os.ReadDir(reports); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

func TestLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), ".lock")
	unlock, err := Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(path); !errors.Is(err, ErrBusy) {
		t.Errorf("a second run got the lock: %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	if unlock, err = Lock(path); err != nil {
		t.Fatal(err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
}

func TestScanLeavesOutLockFilesAndMarksLinksOutside(t *testing.T) {
	inbox := t.TempDir()
	write(t, filepath.Join(inbox, "b", "x.xlsx"), "x")
	write(t, filepath.Join(inbox, "a.xlsx"), "x")
	write(t, filepath.Join(inbox, "~$a.xlsx"), "lock")
	write(t, filepath.Join(inbox, ".hidden", "y.xlsx"), "y")
	outside := filepath.Join(t.TempDir(), "secret.xlsx")
	write(t, outside, "secret")
	links := true
	for name, target := range map[string]string{"link.xlsx": outside, "lost.xlsx": "nowhere.xlsx", "twin.xlsx": "a.xlsx", "dir": "b"} {
		if err := os.Symlink(target, filepath.Join(inbox, name)); err != nil {
			t.Log("no links on this system:", err)
			links = false
		}
	}
	files, err := Scan(context.Background(), inbox, 4)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		state := "read"
		if f.Outside {
			state = "outside"
		}
		if (f.SHA256 == "") != f.Outside {
			t.Errorf("%s has the hash %q", f.Path, f.SHA256)
		}
		got = append(got, f.Path+" "+state)
	}
	want := []string{"a.xlsx read", "b/x.xlsx read", "link.xlsx outside", "lost.xlsx outside", "twin.xlsx read"}
	if !links {
		want = want[:2]
	}
	if !slices.Equal(got, want) {
		t.Errorf("scanned %q, want %q", got, want)
	}
	if none, err := Scan(context.Background(), filepath.Join(inbox, "missing"), 1); err != nil || len(none) != 0 {
		t.Errorf("a missing inbox: %v, %v", none, err)
	}
}

func TestScanListsWhatCannotBeRead(t *testing.T) {
	inbox := t.TempDir()
	write(t, filepath.Join(inbox, "a.xlsx"), "x")
	closed := filepath.Join(inbox, "closed.xlsx")
	write(t, closed, "y")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(closed); err == nil {
		t.Skip("this user may read everything")
	}
	files, err := Scan(context.Background(), inbox, 2)
	if err != nil || len(files) != 2 || files[1].SHA256 != "" || files[1].Outside {
		t.Errorf("scanned %+v, %v", files, err)
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "courses", "partner=a", "1.parquet"), "1")
	write(t, filepath.Join(dir, "courses", "partner=b", "2.parquet"), "2")
	if err := Sweep(dir, map[string]bool{"courses/partner=a/1.parquet": true}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "courses", "partner=b")); err == nil {
		t.Error("an empty folder is still there")
	}
	if read(t, filepath.Join(dir, "courses", "partner=a", "1.parquet")) != "1" {
		t.Error("a kept file changed")
	}
}

func TestLedgerRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.json")
	l, err := ReadLedger(path)
	if err != nil || len(l.Sources) != 0 {
		t.Fatalf("a missing ledger: %v, %v", l, err)
	}
	l.Sources = []Source{{ID: "b", File: "b.xlsx", Status: Active}, {ID: "a", File: "a.xlsx", Status: SetAside, Reason: "source-unreadable"}}
	if err := l.Write(path); err != nil {
		t.Fatal(err)
	}
	info, _ := os.Stat(path)
	again, err := ReadLedger(path)
	if err != nil || len(again.Sources) != 2 || again.Index()["a"].Reason != "source-unreadable" {
		t.Fatalf("read back %+v, %v", again, err)
	}
	if err := again.Write(path); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.Stat(path); !after.ModTime().Equal(info.ModTime()) {
		t.Error("an unchanged ledger was written again")
	}
}
