package figure_test

import (
	"bytes"
	"io"
	"os"
	"testing"
)

func write(t *testing.T, name string, to func(io.Writer) error) {
	t.Helper()
	if err := os.WriteFile(name, render(t, to), 0o644); err != nil {
		t.Fatal(err)
	}
}

func render(t testing.TB, to func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := to(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
