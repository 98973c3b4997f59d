package report

import (
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/text"
)

func wordsOf(t *testing.T, lang string) *text.Catalogue {
	t.Helper()
	words, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// A letter tells errors before warnings and the most frequent first, and texts from other hands are texts.
func TestLetter(t *testing.T) {
	evil := "a|b*_<script>alert(1)</script>\n# titolo"
	l := Letter{Partner: evil, Programme: "Prova", Lead: "Regione", Month: "2017-06", Missing: []string{"2017-05", "2017-06"},
		Received: []Received{
			{Name: evil, Month: "2017-04", State: "active", Errors: 1, Warnings: 3, Copy: &ManifestCopy{Copy: Copy{How: CopyAnew, Protected: true}}, CopyName: "x_segnalazioni.xlsx"},
			{Name: "rotto.xlsx", State: "set_aside", Reason: finding.Finding{Rule: finding.SourceUnreadable}},
			{Name: "vecchio.xlsx", State: "superseded", By: "nuovo.xlsx"},
		},
		Findings: []finding.Finding{
			{Rule: finding.DateSwapped, Sheet: "S", Cell: "A2", Value: "1"}, {Rule: finding.DateSwapped, Sheet: "S", Cell: "A3", Value: "2"},
			{Rule: finding.TextRepaired, Sheet: evil, Cell: "A9"}, {Rule: finding.DateInvalid, Sheet: "S", Row: 7, Field: "birth_date", Value: "••••"},
			{Rule: finding.RowHidden, Sheet: "S", Row: 1}, {Rule: finding.SourceUnreadable},
		}}
	files, err := LetterFiles(wordsOf(t, "it"), "quality/anci", l)
	if err != nil || len(files) != 2 {
		t.Fatal(len(files), err)
	}
	md, page := string(files[0].Content), string(files[1].Content)
	inOrder := []string{"Alla segreteria di", "conta", "Copia annotata in un file nuovo", "stessa password", "Il file non si apre", "Sostituito da nuovo.xlsx",
		"non è una data possibile", "2 volte.", "Mancano i registri di maggio 2017 e giugno 2017", "dati personali"}
	for name, content := range map[string]string{"md": md, "html": page} {
		if strings.Contains(content, "<script>") || name == "md" && strings.Contains(content, "\n# titolo") {
			t.Errorf("%s: a text became a mark:\n%s", name, content)
		}
		at := 0
		for _, want := range inOrder {
			next := strings.Index(content[at:], want)
			if next < 0 {
				t.Fatalf("%s: no %q after byte %d:\n%s", name, want, at, content)
			}
			at += next
		}
		if strings.Contains(content, "nascosta") {
			t.Errorf("%s: notes are no problems", name)
		}
	}
	for _, line := range strings.Split(md, "\n") {
		if strings.HasPrefix(line, "| ") && strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") != 6 {
			t.Errorf("a line of the table has other columns: %s", line)
		}
	}
}

// Of a name only what is safe in any file system stays, and two files never get one name.
func TestCopyStems(t *testing.T) {
	words := wordsOf(t, "it")
	for file, want := range map[string]string{
		"anci/registro.xlsx":               "registro_segnalazioni",
		"../../etc/passwd":                 "passwd_segnalazioni",
		`C:\Windows\con.xlsx`:              "filecon_segnalazioni",
		"x/..xlsx":                         "file_segnalazioni",
		"=cmd|'/c calc'!A1.xlsx":           "c calc'_A1_segnalazioni",
		"città \u202egpj.xlsx":             "città _gpj_segnalazioni",
		"registro_segnalazioni.xlsm":       "registro_segnalazioni",
		strings.Repeat("à", 300) + ".xlsx": strings.Repeat("à", 80) + "_segnalazioni",
		"a/b\nc<d>.xlsx":                   "b_c_d__segnalazioni",
	} {
		if got := CopyStem(words, file); got != want {
			t.Errorf("%q is called %q, want %q", file, got, want)
		}
	}
	got := CopyStems(words, map[string]string{"aaaaaaaa": "1/Reg.xlsx", "bbbbbbbb": "2/reg.xlsx", "cccccccc": "3/altro.xlsx"})
	if got["aaaaaaaa"] != "Reg_aaaaaa_segnalazioni" || got["bbbbbbbb"] != "reg_bbbbbb_segnalazioni" || got["cccccccc"] != "altro_segnalazioni" {
		t.Errorf("names are %v", got)
	}
}

// What was hidden is shown again in the copy that goes back to its sender, and nothing else is guessed.
func TestRevealed(t *testing.T) {
	tests := []struct {
		f              finding.Finding
		shown          string
		value, message string
	}{
		{finding.Finding{Cell: "B2", Value: "•••", Message: "«•••» non va"}, "abc ", "abc", "«abc» non va"},
		{finding.Finding{Cell: "B2", Value: "3", Message: "«3» non va"}, "3,0", "3", "«3» non va"},
		{finding.Finding{Cell: "B2", Message: "non va"}, "=1+1", "=1+1", "non va"},
		{finding.Finding{Row: 2, Value: "•••", Message: "«•••» non va"}, "abc", "•••", "«•••» non va"},
		{finding.Finding{Cell: "B2", Value: "•••", Used: "••", Message: "«•••» è «••»"}, "abc", "abc", "«abc» è"},
	}
	for _, tt := range tests {
		if got := revealed(tt.f, tt.shown); got.Value != tt.value || got.Message != tt.message || hidden(got.Used) {
			t.Errorf("%+v with %q is %q, %q", tt.f, tt.shown, got.Value, got.Message)
		}
	}
}
