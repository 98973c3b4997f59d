package boundary

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// openZip reads the shapefile of the comuni out of a zip, which may hold those of provinces and regions
// too: the one whose table has a column of codes, the last in the order of names where there are several
// years. No kept module of a free licence reads shapefiles; what is needed of them is this page.
func openZip(raw []byte) (*layer, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil || len(z.File) > 10_000 {
		return nil, ErrDamaged
	}
	files := map[string]*zip.File{}
	for _, f := range z.File {
		files[strings.ToLower(f.Name)] = f
	}
	var fault error = ErrFormat
	var best *layer
	for _, name := range sortedKeys(files) {
		if path.Ext(name) != ".shp" {
			continue
		}
		base := strings.TrimSuffix(name, ".shp")
		l, err := openShapefile(files, base)
		if err != nil {
			fault = err
			continue
		}
		if best == nil || l.comunal() >= best.comunal() {
			best = l
		}
	}
	if best == nil {
		return nil, fault
	}
	return best, nil
}

// comunal says how surely a layer's records are comuni.
func (l *layer) comunal() int {
	for i, name := range usual {
		if slices.ContainsFunc(l.fields, func(f string) bool { return strings.EqualFold(f, name) }) {
			return len(usual) - i
		}
	}
	return 0
}

func openShapefile(files map[string]*zip.File, base string) (*layer, error) {
	shp, err := inflate(files[base+".shp"])
	if err != nil {
		return nil, err
	}
	dbf, err := inflate(files[base+".dbf"])
	if err != nil {
		return nil, err
	}
	l := &layer{format: "shapefile", name: path.Base(base) + ".shp"}
	rows, err := l.table(dbf)
	if err != nil {
		return nil, err
	}
	if prj := files[base+".prj"]; prj != nil && prj.UncompressedSize64 < 64<<10 {
		text, err := inflate(prj)
		if err != nil {
			return nil, err
		}
		l.projection = string(text)
	}
	return l, l.shapes(shp, rows)
}

// inflate unpacks one file of a zip; what it says about its size is not believed.
func inflate(f *zip.File) ([]byte, error) {
	if f == nil {
		return nil, ErrDamaged
	}
	if f.UncompressedSize64 > maxInflated {
		return nil, ErrTooLarge
	}
	in, err := f.Open()
	if err != nil {
		return nil, ErrDamaged
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, maxInflated+1))
	if err != nil {
		return nil, ErrDamaged
	}
	if len(raw) > maxInflated {
		return nil, ErrTooLarge
	}
	return raw, nil
}

// table reads the names and values of a dBASE table.
func (l *layer) table(dbf []byte) (rows [][]string, err error) {
	if len(dbf) < 32 {
		return nil, ErrDamaged
	}
	n := int(binary.LittleEndian.Uint32(dbf[4:]))
	head, size := int(binary.LittleEndian.Uint16(dbf[8:])), int(binary.LittleEndian.Uint16(dbf[10:]))
	if n > maxFeatures {
		return nil, ErrTooLarge
	}
	if n < 0 || size == 0 || head > len(dbf) || n > (len(dbf)-head)/size {
		return nil, ErrDamaged
	}
	var widths []int
	for at, sum := 32, 1; at+32 <= head && dbf[at] != '\r'; at += 32 {
		name, _, _ := bytes.Cut(dbf[at:at+11], []byte{0})
		w := int(dbf[at+16])
		if sum += w; sum > size {
			return nil, ErrDamaged
		}
		l.fields, widths = append(l.fields, string(name)), append(widths, w)
	}
	for i := range n {
		row := dbf[head+i*size : head+(i+1)*size]
		values, at := make([]string, len(widths)), 1
		for k, w := range widths {
			values[k] = strings.TrimSpace(string(row[at : at+w]))
			at += w
		}
		rows = append(rows, values)
	}
	return rows, nil
}

// shapes gives each row of the table its polygons.
func (l *layer) shapes(shp []byte, rows [][]string) error {
	if len(shp) < 100 || binary.BigEndian.Uint32(shp) != 9994 {
		return ErrDamaged
	}
	at := 100
	for _, values := range rows {
		if at+8 > len(shp) {
			return ErrDamaged
		}
		length := int(binary.BigEndian.Uint32(shp[at+4:])) * 2
		if length < 4 || length > len(shp)-at-8 {
			return ErrDamaged
		}
		content := shp[at+8 : at+8+length]
		l.records = append(l.records, record{values: values, geometry: func() (orb.MultiPolygon, error) { return polygonOf(content) }})
		at += 8 + length
	}
	return nil
}

// polygonOf reads a shape: parts of points. Outer rings run clockwise, each followed by its holes.
func polygonOf(b []byte) (orb.MultiPolygon, error) {
	switch binary.LittleEndian.Uint32(b) {
	case 0:
		return nil, nil
	case 5, 15, 25: // polygons, also with heights or measures, which stand behind the points
	default:
		return nil, ErrDamaged
	}
	if len(b) < 44 {
		return nil, ErrDamaged
	}
	parts, n := int(binary.LittleEndian.Uint32(b[36:])), int(binary.LittleEndian.Uint32(b[40:]))
	if parts < 0 || n < 0 || parts > len(b)/4 || n > len(b)/16 || 44+parts*4+n*16 > len(b) {
		return nil, ErrDamaged
	}
	points := b[44+parts*4:]
	var out orb.MultiPolygon
	for i := range parts {
		from, to := int(binary.LittleEndian.Uint32(b[44+i*4:])), n
		if i+1 < parts {
			to = int(binary.LittleEndian.Uint32(b[48+i*4:]))
		}
		if from < 0 || from > to || to > n {
			return nil, ErrDamaged
		}
		ring := make(orb.Ring, 0, to-from)
		for k := from; k < to; k++ {
			ring = append(ring, orb.Point{float(points[k*16:]), float(points[k*16+8:])})
		}
		if len(ring) < 4 {
			continue
		}
		if hole := twiceArea(ring) > 0; hole && len(out) > 0 {
			out[len(out)-1] = append(out[len(out)-1], ring)
			continue
		}
		out = append(out, orb.Polygon{ring})
	}
	return out, nil
}

func float(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }

// twiceArea is positive for rings that run counterclockwise.
func twiceArea(r orb.Ring) float64 {
	sum := 0.0
	for i, a := range r {
		b := r[(i+1)%len(r)]
		sum += (a[0]-r[0][0])*(b[1]-r[0][1]) - (b[0]-r[0][0])*(a[1]-r[0][1])
	}
	return sum
}
