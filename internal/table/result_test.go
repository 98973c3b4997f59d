package table_test

import (
	"bytes"
	"strings"
	"testing"

	"formare/internal/disclosure"
	"formare/internal/indicator"
	"formare/internal/table"

	"github.com/google/go-cmp/cmp"
)

// protected still holds a number where it must not be published, as a caller's fault might leave it.
func protected() *disclosure.Table {
	v := func(n float64) indicator.Value { return indicator.Value{Valid: true, Num: n} }
	s := func(x string) indicator.Value { return indicator.Value{Valid: true, Text: x} }
	return &disclosure.Table{
		MinCell: 5,
		Table: indicator.Table{
			ID: "reach_by_comune",
			Columns: []indicator.Column{
				{Name: "istat_code"}, {Name: "participants", Kind: indicator.Integer, People: true}, {Name: "residents", Kind: indicator.Integer},
				{Name: "first", Kind: indicator.Date}, {Name: "rate", Kind: indicator.Real},
			},
			Rows: [][]indicator.Value{
				{s("054001"), v(1234), v(28352), s("2017-04-01"), v(2.5)},
				{s("054002"), v(3), v(99), {}, {}},
				{s("054003"), v(17), v(99), {}, v(17.17)},
				{s("054004"), v(0), v(99), {}, {}},
				{s("a,\"b\""), v(25), {}, {}, {}},
			},
		},
		Marks: [][]disclosure.Mark{{0, 0, 0, 0, 0}, {0, disclosure.Small, 0, 0, 0}, {0, disclosure.Protected, 0, 0, disclosure.Protected}, {}, {0, disclosure.Rounded}},
	}
}

func TestResultCSV(t *testing.T) {
	var out bytes.Buffer
	check(t, table.ResultFrame(protected()).WriteCSV(&out))
	want := strings.Join([]string{
		"istat_code,participants,participants_mark,residents,first,rate",
		"054001,1234,,28352,2017-04-01,2.5",
		"054002,,<5,99,,",
		"054003,,prot.,99,,",
		"054004,0,,99,,",
		`"a,""b""",25,~,,,`,
		"",
	}, "\n")
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestResultIPC(t *testing.T) {
	frame := table.ResultFrame(protected())
	var out, again bytes.Buffer
	check(t, frame.WriteIPC(&out, "reach_by_comune", "month", "2018-03"))
	check(t, frame.WriteIPC(&again, "reach_by_comune", "month", "2018-03"))
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same frame gives other bytes")
	}
	back, err := table.ReadIPC(bytes.NewReader(out.Bytes()))
	check(t, err)
	if diff := cmp.Diff(frame, back); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]any{"054003", nil, "prot.", int64(99), nil, nil}, back.Rows[2]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEmptyFrame(t *testing.T) {
	var out bytes.Buffer
	frame := &table.Frame{Columns: []table.Column{{Name: "a", Type: table.Int}}}
	check(t, frame.WriteIPC(&out, "x"))
	back, err := table.ReadIPC(bytes.NewReader(out.Bytes()))
	check(t, err)
	if len(back.Rows) != 0 || len(back.Columns) != 1 {
		t.Errorf("%v", back)
	}
}

func TestWrongValues(t *testing.T) {
	for _, rows := range [][][]any{{{1}}, {{"2017-04"}, {7.0}}, {{nil}}, {{"a", "b"}}} {
		if err := table.WriteRows(&bytes.Buffer{}, table.RefMonths, rows); err == nil {
			t.Errorf("%v was written", rows)
		}
	}
	if err := table.WriteRows(&bytes.Buffer{}, "nothing", nil); err == nil {
		t.Error("a table that does not exist was written")
	}
}
