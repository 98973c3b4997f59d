package report

import (
	"strings"
	"testing"

	"formare/internal/finding"
	"formare/internal/text"
)

func TestMessage(t *testing.T) {
	words, err := text.For("it")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		f    finding.Finding
		want string
	}{
		{"across sources", finding.Finding{Rule: finding.EnrolmentDisagreement, Field: "hours_attended", Value: "4", Used: "3.5"}, "«4» e «3,5»"},
		{"a day across sources", finding.Finding{Rule: finding.CourseOutsidePeriod, Value: "2017-03-20"}, "20/03/2017"},
		{"a cell stays as it was", finding.Finding{Rule: finding.DateInvalid, Cell: "B2", Field: "start_date", Value: "2017-02-31"}, "«2017-02-31»"},
		{"told already", finding.Finding{Rule: finding.DateInvalid, Message: "detto"}, "detto"},
	}
	for _, tt := range tests {
		if got := Message(words, tt.f); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q lacks %q", tt.name, got, tt.want)
		}
	}
}

func TestQualityFilesAreInert(t *testing.T) {
	words, err := text.For("it")
	if err != nil {
		t.Fatal(err)
	}
	files, err := qualityFiles(words, []finding.Finding{
		{Partner: "anci", File: "=cmd|' /C calc'!A0.xlsx", Sheet: "@SUM(A1)", Cell: "A1", Row: 1, Rule: finding.CellError, Value: "+1+1"},
		{Rule: finding.SourceUnreadable, File: "-x.xlsx"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 || files[0].Name != "quality/altro/segnalazioni.csv" || files[1].Name != "quality/anci/segnalazioni.csv" {
		t.Fatalf("files: %v", files)
	}
	for _, want := range []string{"'=cmd", "'@SUM", "'+1+1"} {
		if !strings.Contains(string(files[1].Content), want) {
			t.Errorf("%q is not made inert in %s", want, files[1].Content)
		}
	}
}
