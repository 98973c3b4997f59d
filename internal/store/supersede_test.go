package store

import "testing"

func TestStem(t *testing.T) {
	tests := []struct {
		file, stem string
		revision   int
	}{
		{"anci/2017-04_registro.xlsx", "2017 04 registro", 0},
		{"anci/2017-04_registro_rev.xlsx", "2017 04 registro", 1},
		{"anci/2017-04_registro_rev2.xlsx", "2017 04 registro", 2},
		{"anci/2017-04_registro_v3.xlsx", "2017 04 registro", 3},
		{"anci/2017-04_registro_DEF.xlsx", "2017 04 registro", 100},
		{"anci/2017-04 registro (1).xlsx", "2017 04 registro", 1},
		{"anci/Copia di 2017-04 registro.xlsx", "2017 04 registro", 1},
		{"anci/2017-04 registro - Copia.xlsx", "2017 04 registro", 1},
		{"anci/2017-04_registro_corretto_v2.xlsx", "2017 04 registro", 3},
		{"anci/Registro_definitivo_DEF.xlsx", "registro", 200},
		{"workbook.xlsx", "workbook", 0},
		{"rev.xlsx", "rev", 0},
		{"aprile 2.xlsx", "aprile 2", 0},
		{"Città di Castello.xlsx", "citta di castello", 0},
		{"corso 12.xlsx", "corso 12", 0},
		{"(1).xlsx", "(1)", 0},
	}
	for _, tt := range tests {
		stem, revision := Stem(tt.file)
		if stem != tt.stem || revision != tt.revision {
			t.Errorf("Stem(%q) = %q, %d; want %q, %d", tt.file, stem, revision, tt.stem, tt.revision)
		}
	}
}

func TestSettle(t *testing.T) {
	type file struct{ path, sha, partner, month string }
	tests := []struct {
		name  string
		files []file
		told  Told
		gone  map[string]string // superseded file: file that supersedes it
	}{
		{"revision in the same folder", []file{
			{"anci/apr.xlsx", "1", "anci", "2017-04"}, {"anci/apr_rev.xlsx", "2", "anci", "2017-04"},
		}, nil, map[string]string{"anci/apr.xlsx": "anci/apr_rev.xlsx"}},
		{"highest revision", []file{
			{"anci/apr.xlsx", "1", "anci", "2017-04"}, {"anci/apr_v2.xlsx", "2", "anci", "2017-04"}, {"anci/apr_DEF.xlsx", "3", "anci", "2017-04"},
		}, nil, map[string]string{"anci/apr.xlsx": "anci/apr_DEF.xlsx", "anci/apr_v2.xlsx": "anci/apr_DEF.xlsx"}},
		{"another partner's file stays", []file{
			{"a/apr.xlsx", "1", "anci", "2017-04"}, {"b/apr_rev.xlsx", "2", "csc", "2017-04"},
		}, nil, nil},
		{"another month's file stays", []file{
			{"a/reg.xlsx", "1", "anci", "2017-04"}, {"a/reg_rev.xlsx", "2", "anci", "2017-05"},
		}, nil, nil},
		{"same generic name in two folders", []file{
			{"corso 1/registro.xlsx", "1", "anci", "2017-04"}, {"corso 2/registro.xlsx", "2", "anci", "2017-04"},
		}, nil, nil},
		{"correction in a folder of its own", []file{
			{"anci/apr.xlsx", "1", "anci", "2017-04"}, {"anci/nuovi/apr_rev.xlsx", "2", "anci", "2017-04"},
		}, nil, map[string]string{"anci/apr.xlsx": "anci/nuovi/apr_rev.xlsx"}},
		{"correction that could be of two files", []file{
			{"c1/reg.xlsx", "1", "anci", "2017-04"}, {"c2/reg.xlsx", "2", "anci", "2017-04"}, {"new/reg_rev.xlsx", "3", "anci", "2017-04"},
		}, nil, nil},
		{"same content twice", []file{
			{"anci/apr.xlsx", "1", "anci", "2017-04"}, {"anci/inviati/apr.xlsx", "1", "anci", "2017-04"},
		}, nil, map[string]string{"anci/inviati/apr.xlsx": "anci/apr.xlsx"}},
		{"told", []file{
			{"anci/apr.xlsx", "1", "anci", "2017-04"}, {"anci/altro.xlsx", "2", "anci", "2017-05"},
		}, Told{"anci/apr.xlsx": "anci/altro.xlsx"}, map[string]string{"anci/apr.xlsx": "anci/altro.xlsx"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var l Ledger
			names := map[string]string{}
			for _, f := range tt.files {
				s := Source{ID: SourceID(f.path, f.sha), File: f.path, SHA256: f.sha, Partner: f.partner, Month: f.month, Status: Active}
				names[s.ID] = f.path
				l.Sources = append(l.Sources, s)
			}
			for range 2 { // settling twice changes nothing
				l.Settle(tt.told)
				got := map[string]string{}
				for _, s := range l.Sources {
					if s.Status == Superseded {
						got[s.File] = names[s.SupersededBy]
					}
				}
				if len(got) != len(tt.gone) {
					t.Fatalf("superseded %v, want %v", got, tt.gone)
				}
				for f, by := range tt.gone {
					if got[f] != by {
						t.Errorf("%s superseded by %q, want %q", f, got[f], by)
					}
				}
			}
		})
	}
}
