package workbook

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// rec writes one record from numbers of two bytes, bytes and texts as they are.
func rec(kind uint16, parts ...any) []byte {
	var data []byte
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			data = binary.LittleEndian.AppendUint16(data, uint16(p))
		case uint32:
			data = binary.LittleEndian.AppendUint32(data, p)
		case float64:
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(p))
		case byte:
			data = append(data, p)
		case string:
			data = append(data, p...)
		}
	}
	head := binary.LittleEndian.AppendUint16(nil, kind)
	return append(binary.LittleEndian.AppendUint16(head, uint16(len(data))), data...)
}

// xlsOf puts records of the workbook and of its only sheet, "Uno", into a stream without a container.
func xlsOf(version int, globals, sheet [][]byte) []byte {
	begin := rec(recBOF, version, 5, 0, 0, uint32(0), uint32(6))
	name := "\x03\x00Uno"
	if version == 0x0500 {
		name = "\x03Uno"
	}
	all := append(begin, bytes.Join(globals, nil)...)
	at := len(all) + len(rec(recBoundSheet, uint32(0), 0, name)) + 4
	all = append(all, rec(recBoundSheet, uint32(at), 0, name)...)
	all = append(all, rec(recEOF)...)
	all = append(all, rec(recBOF, version, 0x10, 0, 0, uint32(0), uint32(6))...)
	all = append(all, bytes.Join(sheet, nil)...)
	return append(all, rec(recEOF)...)
}

var (
	xfs = [][]byte{rec(recFormat, 164, 10, byte(0), "dd/mm/yyyy"), rec(recXF, 0, 0), rec(recXF, 0, 164), rec(recXF, 0, 20), rec(recXF, 0, 9), rec(recXF, 0, 22)}
	// Three texts: one cut by a record's end and going on in two bytes a letter, one with fonts, one with a reading.
	sst = [][]byte{rec(recSST, uint32(3), uint32(3), 9, byte(0), "Foli"), rec(recContinue, byte(1), "g\x00n\x00o\x00\x19\x20!\x00",
		4, byte(8), 1, "Roma", uint32(0), 3, byte(5), uint32(4), "a\x00b\x00\xf2\x00", uint32(0))}
)

func TestXLSQuirks(t *testing.T) {
	for _, c := range []struct {
		name           string
		version        int
		globals, sheet [][]byte
		want           []string
	}{
		{"numbers-and-formats", 0x0600, xfs, [][]byte{
			rec(recNumber, 0, 0, 0, 12.5), rec(recNumber, 0, 1, 1, 42826.0), rec(recNumber, 0, 2, 2, 0.5), rec(recNumber, 0, 3, 3, 0.75), rec(recNumber, 0, 4, 4, 42826.5),
			rec(recRK, 1, 0, 0, uint32(7<<2|2)), rec(recRK, 1, 1, 0, uint32(1234<<2|3)), rec(recRK, 1, 2, 0, uint32(0x3ff00000)),
			rec(recMulRK, 2, 3, 1, uint32(42826<<2|2), 0, uint32(5<<2|2), 4)},
			[]string{"A1=number:12.5", "B1=date:42826 day", "C1=number:0.5 time", "D1=number:0.75%", "E1=date:42826.5 datetime", "A2=number:7", "B2=number:12.34", "C2=number:1", "D3=date:42826 day", "E3=number:5"}},
		{"texts", 0x0600, sst, [][]byte{
			rec(recLabelSST, 0, 0, 0, uint32(0)), rec(recLabelSST, 0, 1, 0, uint32(1)), rec(recLabelSST, 0, 2, 0, uint32(2)), rec(recLabelSST, 0, 3, 0, uint32(9)),
			rec(recLabel, 1, 0, 0, 3, byte(0), "Gi\xf9"), rec(recRString, 1, 1, 0, 2, byte(1), "s\x00\xec\x00", 0)},
			[]string{"A1=text:Foligno’!", "B1=text:Roma", "C1=text:abò", "D1=error:#REF!", "A2=text:Giù", "B2=text:sì"}},
		{"old-texts-in-a-code-page", 0x0500, [][]byte{rec(recCodePage, 850)}, [][]byte{rec(recLabel, 0, 0, 0, 5, "Citt\x85"), rec(recRString, 0, 1, 0, 2, "s\x8d", byte(0))},
			[]string{"A1=text:Città", "B1=text:sì"}},
		{"formulas", 0x0600, nil, [][]byte{
			rec(recFormula, 0, 0, 0, 2.5, 0, uint32(0), 0), rec(recFormula, 0, 1, 0, "\x00\x00\x00\x00\x00\x00\xff\xff", 0, uint32(0), 0), rec(recSharedFmla, "xx"), rec(recString, 2, byte(0), "ok"),
			rec(recFormula, 0, 2, 0, "\x01\x00\x01\x00\x00\x00\xff\xff", 0, uint32(0), 0), rec(recFormula, 0, 3, 0, "\x02\x00\x07\x00\x00\x00\xff\xff", 0, uint32(0), 0),
			rec(recFormula, 0, 4, 0, "\x03\x00\x00\x00\x00\x00\xff\xff", 0, uint32(0), 0), rec(recFormula, 0, 5, 0, "\x00\x00\x00\x00\x00\x00\xff\xff", 0, uint32(0), 0)},
			[]string{"A1=number:2.5 formula", "B1=text:ok formula", "C1=bool:1 formula", "D1=error:#DIV/0! formula", "F1=empty formula"}},
		{"errors-and-booleans", 0x0600, nil, [][]byte{rec(recBoolErr, 0, 0, 0, byte(1), byte(0)), rec(recBoolErr, 0, 1, 0, byte(0x2a), byte(1)), rec(recBoolErr, 0, 2, 0, byte(0), byte(0))},
			[]string{"A1=bool:1", "B1=error:#N/A", "C1=bool:0"}},
		{"year-1904", 0x0600, append([][]byte{rec(recDate1904, 1)}, xfs...), [][]byte{rec(recNumber, 0, 0, 1, 41364.0)}, []string{"A1=date:42826 day"}},
		{"cells-by-column", 0x0600, nil, [][]byte{rec(recNumber, 1, 0, 0, 3.0), rec(recNumber, 0, 1, 0, 2.0), rec(recNumber, 0, 0, 0, 1.0), rec(recNumber, 1, 0, 0, 4.0)},
			[]string{"A1=number:1", "B1=number:2", "A2=number:4"}},
		{"hidden-row-and-chart-inside", 0x0600, nil, [][]byte{rec(recRow, 0, 0, 1, 255, 0, 0, 0x20, 0), rec(recBOF, 0x0600, 0x20, 0, 0), rec(recNumber, 5, 5, 0, 9.0), rec(recEOF), rec(recNumber, 0, 0, 0, 1.0)},
			[]string{"A1=number:1 hidden"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := show(t, xlsOf(c.version, c.globals, c.sheet), Options{})
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("%v\n got %q\nwant %q", err, got, c.want)
			}
		})
	}
}

func TestXLSSheet(t *testing.T) {
	raw := xlsOf(0x0600, [][]byte{rec(recBoundSheet, uint32(1), byte(0), byte(2), "\x04\x00Graf"), rec(recBoundSheet, uint32(1), byte(2), byte(0), "\x01\x01\xe8\x00")},
		[][]byte{rec(recColInfo, 1, 2, 0, 0, 1, 0), rec(recMerged, 2, 0, 1, 0, 2, 4, 4, 1, 3)})
	book, err := OpenBytes(context.Background(), raw, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheets := book.Sheets()
	if len(sheets) != 2 || sheets[0].Name != "è" || !sheets[0].Hidden || sheets[1].Name != "Uno" || sheets[1].Hidden {
		t.Fatalf("%+v", sheets)
	}
	if s := sheets[1]; !slices.Equal(s.HiddenCols, []int{2, 3}) || !slices.Equal(s.Merged, []Range{{1, 1, 2, 3}, {5, 2, 5, 4}}) {
		t.Errorf("%+v", s)
	}
	if err := book.Rows(context.Background(), 0, func(*Row) error { return nil }); !errors.Is(err, ErrDamaged) {
		t.Errorf("a sheet that lies nowhere: %v", err)
	}
}

var cryptoAPIKeys = []struct {
	bits          int
	verifier, key string // sealed verifier and its hash; the key of the fourth block
}{
	{128, "b8ea3ff62a91840a477ff65029ef6c887fba33d5add5dacc5658498bea0eb4f4941cb9d5", "dc1b6782be725a80e971bb509d903834"},
	{40, "1ca655cb3570b571f9cdd45b61f72c5fc0b95f0132aa709da87556d298d8e0927d41c12f", "dc1b6782be0000000000000000000000"},
	{56, "a3f92c18171477113bb3f431963b4ea1a03ffb81d16d5e5be1b99ac712bdeb4e13190363", "dc1b6782be725a"},
}

// TestXLSKeys compares with values that msoffcrypto-tool, an independent program, works out.
func TestXLSKeys(t *testing.T) {
	salt := "\xe8w,\x1d\x91\xc5j7\x96Ga\xb2\x80\x182\x17"
	old := salt + "\xc9\xe9\x97\xd4T\x97=1\x0b\xb1\xbap\x14&\x83~" + "\xb1\xde\x17\x8f\x07\xe9\x89\xc4M\xae^L\xf9j\xc4\x07"
	key := rc4Key(utf16Bytes("password1"), []byte(old))
	if key == nil || string(key(0)) != " \xbf2\xdd\xf5@\x85\x8cQ7D\xaf\x0f$\xe0<" {
		t.Error("the older kind: wrong key")
	}
	if rc4Key(utf16Bytes("password2"), []byte(old)) != nil {
		t.Error("the older kind: a wrong password opens it")
	}
	for _, c := range cryptoAPIKeys {
		sealed, err := hex.DecodeString(c.verifier)
		if err != nil {
			t.Fatal(err)
		}
		salt := []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
		key := cryptoAPIKey(utf16Bytes("pàssword"), salt, sealed, c.bits/8)
		if key == nil || hex.EncodeToString(key(3)) != c.key {
			t.Errorf("%d bits: wrong key", c.bits)
		}
		if cryptoAPIKey(utf16Bytes("password"), salt, sealed, c.bits/8) != nil {
			t.Errorf("%d bits: a wrong password opens it", c.bits)
		}
	}
}

// lockedXLS protects a stream with the keys of TestXLSKeys' older kind.
func lockedXLS(t testing.TB) []byte {
	t.Helper()
	lock := "\xe8w,\x1d\x91\xc5j7\x96Ga\xb2\x80\x182\x17" + "\xc9\xe9\x97\xd4T\x97=1\x0b\xb1\xbap\x14&\x83~" + "\xb1\xde\x17\x8f\x07\xe9\x89\xc4M\xae^L\xf9j\xc4\x07"
	var rows [][]byte
	for i := range 60 {
		rows = append(rows, rec(recLabel, i, 0, 0, 40, byte(0), strings.Repeat("chiuso, ", 5)))
	}
	plain := xlsOf(0x0600, [][]byte{rec(recFilePass, 1, 1, 1, lock)}, rows)
	return unscramble(plain, rc4Key(utf16Bytes("password1"), []byte(lock))) // the same way forth and back
}

func TestXLSPassword(t *testing.T) {
	raw := lockedXLS(t)
	if _, err := show(t, raw, Options{}); !errors.Is(err, ErrEncrypted) {
		t.Errorf("without a password: %v", err)
	}
	if _, err := show(t, raw, Options{Passwords: []string{"x"}}); !errors.Is(err, ErrPassword) {
		t.Errorf("with a wrong one: %v", err)
	}
	got, err := show(t, raw, Options{Passwords: []string{"x", "password1"}})
	if err != nil || len(got) != 60 || got[59] != "A60=text:"+strings.Repeat("chiuso, ", 5) {
		t.Errorf("%v %q", err, got)
	}
	_, err = show(t, xlsOf(0x0600, [][]byte{rec(recFilePass, 0, 1, 1)}, nil), Options{Passwords: []string{"x"}})
	if UnsupportedKind(err) != ".xls, XOR" {
		t.Errorf("a protection that is not read: %v", err)
	}
}

func TestXLSFaults(t *testing.T) {
	whole := xlsOf(0x0600, nil, [][]byte{rec(recNumber, 0, 0, 0, 1.0), rec(recNumber, 1, 0, 0, 2.0)})
	got, err := show(t, whole[:len(whole)-10], Options{})
	if !errors.Is(err, ErrDamaged) || !slices.Equal(got, []string{"A1=number:1"}) {
		t.Errorf("cut: %v %q", err, got)
	}
	if _, err := show(t, whole, Options{Limits: Limits{Rows: 1}}); !errors.Is(err, ErrLimit) {
		t.Errorf("rows: %v", err)
	}
	if _, err := show(t, whole, Options{Limits: Limits{Cells: 1}}); !errors.Is(err, ErrLimit) {
		t.Errorf("cells: %v", err)
	}
	ranges := rec(recMerged, 1025, strings.Repeat("\x00\x00\x01\x00\x00\x00\x01\x00", 1025))
	if _, err := show(t, xlsOf(0x0600, nil, slices.Repeat([][]byte{ranges}, 1024)), Options{}); !errors.Is(err, ErrLimit) {
		t.Errorf("merged ranges: %v", err)
	}
	// Sheets that begin one inside the other, all with the same end.
	var sheets, begins [][]byte
	first := len(rec(recBOF, 0x0600, 5, 0, 0, uint32(0), uint32(6))) + 2000*len(rec(recBoundSheet, uint32(0), 0, "\x01\x00a"))
	for i := range 2000 {
		sheets = append(sheets, rec(recBoundSheet, uint32(first+4+12*i), 0, "\x01\x00a"))
		begins = append(begins, rec(recBOF, 0x0600, 0x10, 0, 0))
	}
	nested := slices.Concat(rec(recBOF, 0x0600, 5, 0, 0, uint32(0), uint32(6)), bytes.Join(sheets, nil), rec(recEOF), bytes.Join(begins, nil), bytes.Repeat(rec(recNumber, 0, 0, 0, 1.0), 5000))
	book, err := OpenBytes(context.Background(), nested, Options{})
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for i := range book.Sheets() {
		if err := book.Rows(context.Background(), i, func(*Row) error { read++; return nil }); !errors.Is(err, ErrDamaged) {
			t.Fatalf("sheet %d of those inside each other: %v", i, err)
		}
	}
	if parts := book.(*xlsBook).parts; parts[1999].size != 0 {
		t.Error("all of the sheets inside each other were gone through")
	}
	if _, err := show(t, rec(recBOF, 0x0600, 5), Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("no sheet: %v", err)
	}
}

func FuzzXLS(f *testing.F) {
	f.Add(xlsOf(0x0600, append(slices.Clone(xfs), sst...), [][]byte{rec(recLabelSST, 0, 0, 0, uint32(0)), rec(recMulRK, 2, 3, 1, uint32(42826<<2|2), 0, uint32(5<<2|2), 4), rec(recRow, 0, 0, 1, 255, 0, 0, 0x20, 0)}))
	f.Add(xlsOf(0x0500, [][]byte{rec(recCodePage, 850)}, [][]byte{rec(recLabel, 0, 0, 0, 5, "Citt\x85"), rec(recFormula, 0, 1, 0, "\x00\x00\x00\x00\x00\x00\xff\xff", 0, uint32(0), 0), rec(recString, 2, "ok")}))
	f.Add(lockedXLS(f))
	f.Add(xlsOf(0x0600, nil, [][]byte{rec(recNumber, 1, 0, 0, 3.0), rec(recNumber, 0, 1, 0, 2.0), rec(recColInfo, 1, 2, 0, 0, 1, 0), rec(recMerged, 2, 0, 1, 0, 2, 4, 4, 1, 3)}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		in := &input{bytes.NewReader(raw), int64(len(raw)), Options{Passwords: []string{"password1"}, Limits: Limits{}.withDefaults()}}
		book, err := openXLS(context.Background(), in)
		if err == nil {
			for i := range book.Sheets() {
				err = errors.Join(err, book.Rows(context.Background(), i, func(*Row) error { return nil }))
			}
		}
		checkKind(t, err)
	})
}
