package indicator

import "testing"

func FuzzParse(f *testing.F) {
	f.Add([]byte("-- id: x\n-- columns:\n--   - {name: a, kind: text}\nSELECT 1 AS a\n"))
	f.Add([]byte("-- protect:\n--  ! 0\nSELECT 1"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if def, err := Parse("x.sql", raw); err == nil && def.SQL != string(raw) {
			t.Error("the SQL is not the file's")
		}
	})
}
