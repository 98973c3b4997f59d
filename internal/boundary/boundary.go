// Package boundary owns official boundaries: it reads the files in which they are published (shapefiles
// in a zip, GeoJSON, TopoJSON), brings them to longitude and latitude, keeps the comuni that are asked
// for and simplifies them so that borders which two comuni share stay shared. It must not know comuni
// but by their codes, nor how maps are drawn.
package boundary

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// A Map is a set of comuni whose borders are made of shared arcs, in degrees of WGS 84.
type Map struct {
	Arcs   []orb.LineString
	Shapes []Shape // by code
	About  About
}

// A Shape is one comune: polygons of rings (the first the outer one) of arcs. Arc ^i is arc i backwards.
type Shape struct {
	Code     string // ISTAT code of six digits
	Polygons [][][]int
}

// About is what a map says of itself.
type About struct {
	Source  string `json:"source,omitempty"`
	Licence string `json:"licence,omitempty"`
	Date    string `json:"date,omitempty"` // the day on which the boundaries held, 2018-01-01
}

// A Report tells what of a file was taken and what does not match.
type Report struct {
	Format     string   `json:"format"` // shapefile, geojson, topojson
	Layer      string   `json:"layer,omitempty"`
	Projection string   `json:"projection"`
	Guessed    bool     `json:"projection_guessed,omitempty"` // the file does not say it
	Column     string   `json:"column"`                       // where the codes stood
	Features   int      `json:"features"`
	Comuni     int      `json:"comuni"`
	Missing    []string `json:"missing"`   // wanted, and not in the file
	Unknown    []string `json:"unknown"`   // of one of our provinces, and not known
	Elsewhere  int      `json:"elsewhere"` // comuni of other provinces
	Empty      []string `json:"empty"`     // without any geometry
	PointsRead int      `json:"points_read"`
	PointsKept int      `json:"points_kept"`
}

// Faults of files as a whole. Each is a message of the catalogue.
var (
	ErrFormat     = errors.New("format")     // none of the three formats
	ErrDamaged    = errors.New("damaged")    // begins like one, and cannot be read
	ErrTooLarge   = errors.New("too-large")  // over a bound
	ErrProjection = errors.New("projection") // coordinates of a kind that is not known
	ErrNoComuni   = errors.New("no-comuni")  // none of those that were asked for
)

// Bounds of what a file may cost. The detailed boundaries of all Italy are well within them.
const (
	MaxFile     = 256 << 20
	maxInflated = 1 << 30
	maxFeatures = 200_000
	maxPoints   = 8_000_000 // of the comuni that are kept
)

// A layer is what a file holds: records, whose geometry is decoded only where it is wanted.
type layer struct {
	format, name string
	projection   string // as told by the file, "" if it does not say
	fields       []string
	records      []record
}

// A record is one feature with the values of the layer's fields.
type record struct {
	values   []string
	geometry func() (orb.MultiPolygon, error)
}

// Import reads a file and keeps the comuni whose codes are wanted.
func Import(raw []byte, wanted []string) (*Map, *Report, error) {
	if len(raw) > MaxFile {
		return nil, nil, ErrTooLarge
	}
	l, err := open(raw)
	if err != nil {
		return nil, nil, err
	}
	r := &Report{Format: l.format, Layer: l.name, Features: len(l.records), Missing: []string{}, Unknown: []string{}, Empty: []string{}}
	codes, column := l.codes(wanted)
	if codes == nil {
		return nil, r, ErrNoComuni
	}
	r.Column = column
	shapes, err := l.take(codes, wanted, r)
	if err != nil {
		return nil, r, err
	}
	if len(shapes) == 0 {
		return nil, r, ErrNoComuni
	}
	if err := toDegrees(shapes, l.projection, r); err != nil {
		return nil, r, err
	}
	m := build(shapes, r)
	return m, r, nil
}

// open tells the format by the content.
func open(raw []byte) (*layer, error) {
	head := bytes.TrimLeft(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(raw, []byte("PK")):
		return openZip(raw)
	case bytes.HasPrefix(head, []byte("{")):
		return openJSON(head)
	}
	return nil, ErrFormat
}

// A place is a comune with its polygons.
type place struct {
	code     string
	polygons orb.MultiPolygon
}

// take decodes the comuni that are wanted, by code, and notes what does not match.
func (l *layer) take(codes []string, wanted []string, r *Report) ([]place, error) {
	ours, provinces := map[string]*place{}, map[string]bool{}
	for _, w := range wanted {
		ours[w] = nil
		provinces[w[:min(3, len(w))]] = true
	}
	empty := map[string]bool{}
	for i, code := range codes {
		at, known := ours[code]
		switch {
		case !known && len(code) == 6 && provinces[code[:3]]:
			r.Unknown = append(r.Unknown, code)
		case !known:
			r.Elsewhere++
		}
		if !known {
			continue
		}
		polygons, err := l.records[i].geometry()
		if err != nil {
			return nil, err
		}
		n := points(polygons)
		if r.PointsRead += n; r.PointsRead > maxPoints {
			return nil, ErrTooLarge
		}
		if n == 0 {
			empty[code] = true
			continue
		}
		if at == nil {
			at = &place{code: code}
			ours[code] = at
		}
		at.polygons = append(at.polygons, polygons...)
	}
	var out []place
	for _, w := range slices.Sorted(slices.Values(wanted)) {
		switch {
		case ours[w] != nil:
			out = append(out, *ours[w])
		case empty[w]:
			r.Empty = append(r.Empty, w)
		default:
			r.Missing = append(r.Missing, w)
		}
	}
	slices.Sort(r.Unknown)
	r.Unknown = slices.Compact(r.Unknown)
	r.Comuni = len(out)
	return out, nil
}

func points(m orb.MultiPolygon) int {
	n := 0
	for _, p := range m {
		for _, r := range p {
			n += len(r)
		}
	}
	return n
}

// usual are the names that ISTAT and others give to the code of a comune, the surest first.
var usual = []string{"PRO_COM_T", "PRO_COM", "COM_ISTAT_CODE", "COM_ISTAT", "ISTAT_CODE", "COD_ISTAT", "PROCOM", "ISTAT", "CODICE_ISTAT", "COD_COM", "ID"}

// codes finds the field that holds the codes: that in which most of those that are wanted stand, a usual
// name deciding between equals. It gives one code a record.
func (l *layer) codes(wanted []string) (codes []string, column string) {
	ours := map[string]bool{}
	for _, w := range wanted {
		ours[w] = true
	}
	best, rank := 0, 0
	for f, name := range l.fields {
		found := map[string]bool{}
		all := make([]string, len(l.records))
		for i, rec := range l.records {
			all[i] = codeOf(rec.values[f])
			if ours[all[i]] {
				found[all[i]] = true
			}
		}
		at := slices.Index(usual, strings.ToUpper(name))
		if at < 0 {
			at = len(usual)
		}
		if len(found) > best || len(found) == best && best > 0 && at < rank {
			best, rank, codes, column = len(found), at, all, name
		}
	}
	return codes, column
}

// codeOf writes a code as six digits, however a table of numbers has kept it: «54039», «054039», «54039.000».
func codeOf(s string) string {
	s = strings.TrimSpace(s)
	if whole, zeros, ok := strings.Cut(s, "."); ok && strings.Trim(zeros, "0") == "" {
		s = whole
	}
	if len(s) == 0 || len(s) > 6 || strings.Trim(s, "0123456789") != "" {
		return ""
	}
	return strings.Repeat("0", 6-len(s)) + s
}
