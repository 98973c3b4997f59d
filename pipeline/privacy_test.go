package pipeline_test

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"formare/data"
	"formare/internal/table"
)

var readable = regexp.MustCompile(`[\p{L}\d' .@_-]{5,}`)

var tokens = regexp.MustCompile(`[\p{L}\d@._'’-]+`)

// No name, codice fiscale or e-mail of anybody stands in anything that a run writes: tables, ledger,
// reports, figures. Files are searched as bytes, and the tables once more as text, since Parquet packs.
func TestNothingPersonalIsWritten(t *testing.T) {
	p := runSample(t, 3, 2)
	whole, single := p.identities(t)
	search := func(what string, content []byte, packed bool) {
		var last [5]string // the words before, for names of several words
		for _, raw := range tokens.FindAll(bytes.ToLower(content), -1) {
			word := string(raw)
			if whole[word] || single[word] && !packed { // packed words may be pieces of others
				t.Errorf("%s holds the word %q", what, word)
			}
			name := word
			for i := len(last) - 1; i >= 0; i-- {
				if name = last[i] + " " + name; whole[name] {
					t.Errorf("%s holds %q", what, name)
				}
			}
			copy(last[:], last[1:])
			last[len(last)-1] = word
		}
	}
	files := 0
	for _, root := range []string{"data", "reports"} {
		err := filepath.WalkDir(filepath.Join(p.dir, root), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.Contains(path, string(filepath.Separator)+"inbox"+string(filepath.Separator)) {
				return err
			}
			content, err := os.ReadFile(path)
			files++
			ext, copied := filepath.Ext(path), strings.Contains(filepath.ToSlash(path), "/quality/")
			if (ext == ".xlsx" || ext == ".pptx") && !copied { // copies are for those who sent the data
				content = unzipped(t, content)
			}
			packed := strings.Contains(".png .pdf .parquet .arrow", filepath.Ext(path))
			if packed {
				content = bytes.Join(readable.FindAll(content, -1), []byte(" | "))
			}
			search(path, content, packed)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{table.Courses, table.Enrolments, table.Attendance, table.Findings, table.Sources, "participants", "services"} {
		for _, row := range p.query(t, "SELECT * FROM "+name) {
			for column, value := range row {
				if strings.HasPrefix(column, "key_") || column == "participant" {
					continue
				}
				search(name+"."+column, []byte(value), false)
			}
		}
	}
	if files < 60 || len(whole) < 2000 || len(single) < 50 {
		t.Errorf("searched %d files for %d identities and %d surnames: too few to tell", files, len(whole), len(single))
	}
}

// unzipped gives all parts of an office document, those of documents inside it too.
func unzipped(t *testing.T, content []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, part := range z.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		switch path.Ext(part.Name) {
		case ".xlsx":
			raw = unzipped(t, raw)
		case ".png":
			raw = bytes.Join(readable.FindAll(raw, -1), []byte(" | "))
		}
		all = append(append(all, raw...), '\n')
	}
	return all
}

// identities gives what must not be found: whole names in both orders, codici fiscali, e-mails, birth
// dates with a name; and surnames that are no words of the program's own or of the sample's courses.
func (p *project) identities(t *testing.T) (whole, single map[string]bool) {
	t.Helper()
	whole, single = map[string]bool{}, map[string]bool{}
	for _, row := range p.truth(t, "participants") {
		surname, given := strings.ToLower(row["surname"]), strings.ToLower(row["given_name"])
		whole[surname+" "+given], whole[given+" "+surname] = true, true
		if row["cf"] != "" {
			whole[strings.ToLower(row["cf"])] = true
		}
		if len(surname) > 4 {
			single[surname] = true
		}
	}
	for _, row := range p.truth(t, "problems") {
		if row["field"] == "codice_fiscale" && len(row["value"]) >= 11 && !strings.Contains(row["value"], " ") {
			whole[strings.ToLower(row["value"])] = true
		}
	}
	err := fs.WalkDir(data.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(path, "given_names") || strings.Contains(path, "sample") {
			return err
		}
		content, err := fs.ReadFile(data.FS, path)
		for _, word := range tokens.FindAll(bytes.ToLower(content), -1) {
			delete(single, string(word))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return whole, single
}
