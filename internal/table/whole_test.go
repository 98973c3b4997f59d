package table

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestWhole(t *testing.T) {
	var out bytes.Buffer
	if err := WriteRows(&out, RefMonths, [][]any{{"2017-04"}, {"2017-05"}}); err != nil {
		t.Fatal(err)
	}
	good := out.Bytes()
	tests := []struct {
		name    string
		content []byte
		want    bool
	}{
		{"whole", good, true},
		{"cut short", good[:len(good)-1], false},
		{"half", good[:len(good)/2], false},
		{"empty", nil, false},
		{"zeros", make([]byte, len(good)), false},
		{"only a frame", []byte("PAR1\xff\xff\xff\x7fPAR1"), false},
	}
	dir := t.TempDir()
	for _, tt := range tests {
		path := filepath.Join(dir, tt.name)
		if err := os.WriteFile(path, tt.content, 0o644); err != nil {
			t.Fatal(err)
		}
		if got := Whole(path); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	if Whole(filepath.Join(dir, "missing")) || Whole(dir) {
		t.Error("what is no file is no whole table")
	}
}
