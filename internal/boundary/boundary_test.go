package boundary

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

const shared = "../../../shared/territory/"

func fromShared(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(shared + name)
	if err != nil {
		t.Skipf("no boundaries beside the checkout: %v", err)
	}
	return raw
}

func umbria(t testing.TB) []string {
	t.Helper()
	raw, err := os.ReadFile("../../data/reference/comuni.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, l := range lines[1:] {
		codes = append(codes, l[0])
	}
	return codes
}

// invented are four comuni: two beside each other with a bend in their border, one with an islet, one in
// a hole of the second.
const invented = `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"PRO_COM":54001,"COMUNE":"Uno"},"geometry":{"type":"Polygon","coordinates":[[[12,43],[12.1,43],[12.1,43.04],[12.11,43.05],[12.1,43.1],[12,43.1],[12,43]]]}},
{"type":"Feature","properties":{"PRO_COM":54002,"COMUNE":"Due"},"geometry":{"type":"Polygon","coordinates":[[[12.1,43],[12.2,43],[12.2,43.1],[12.1,43.1],[12.11,43.05],[12.1,43.04],[12.1,43]],[[12.15,43.04],[12.15,43.06],[12.17,43.06],[12.17,43.04],[12.15,43.04]]]}},
{"type":"Feature","properties":{"PRO_COM":54003,"COMUNE":"Tre"},"geometry":{"type":"MultiPolygon","coordinates":[[[[12,43.1],[12.1,43.1],[12.2,43.1],[12.2,43.2],[12,43.2],[12,43.1]]],[[[12.3,43.1],[12.32,43.1],[12.32,43.12],[12.3,43.1]]]]}},
{"type":"Feature","properties":{"PRO_COM":54004,"COMUNE":"Quattro"},"geometry":{"type":"Polygon","coordinates":[[[12.15,43.04],[12.17,43.04],[12.17,43.06],[12.15,43.06],[12.15,43.04]]]}},
{"type":"Feature","properties":{"PRO_COM":54005,"COMUNE":"Vuoto"},"geometry":null},
{"type":"Feature","properties":{"PRO_COM":54099,"COMUNE":"Ignoto"},"geometry":{"type":"Polygon","coordinates":[[[12.4,43],[12.5,43],[12.5,43.1],[12.4,43]]]}},
{"type":"Feature","properties":{"PRO_COM":58091,"COMUNE":"Altrove"},"geometry":{"type":"Polygon","coordinates":[[[12.4,42],[12.5,42],[12.5,42.1],[12.4,42]]]}}
]}`

var wanted = []string{"054001", "054002", "054003", "054004", "054005", "054006"}

func TestImportSaysWhatDoesNotMatch(t *testing.T) {
	m, r, err := Import([]byte(invented), wanted)
	if err != nil {
		t.Fatal(err)
	}
	want := &Report{
		Format: "geojson", Projection: "WGS 84", Guessed: true, Column: "PRO_COM", Features: 7, Comuni: 4,
		Missing: []string{"054006"}, Unknown: []string{"054099"}, Elsewhere: 1, Empty: []string{"054005"}, PointsRead: 34, PointsKept: r.PointsKept,
	}
	if d := cmp.Diff(want, r); d != "" {
		t.Error(d)
	}
	if len(m.Shapes) != 4 || len(m.Shapes[2].Polygons) != 2 || len(m.Shapes[1].Polygons[0]) != 2 {
		t.Errorf("shapes %+v", m.Shapes)
	}
}

// TestSharedBordersStayShared counts on how many shapes each arc is: a border of two comuni is one arc.
func TestSharedBordersStayShared(t *testing.T) {
	m, _, err := Import([]byte(invented), wanted)
	if err != nil {
		t.Fatal(err)
	}
	on := arcsOn(m)
	both := 0
	for _, codes := range on {
		if slices.Equal(codes, []string{"054001", "054002"}) || slices.Equal(codes, []string{"054002", "054004"}) {
			both++
		}
	}
	if both != 2 {
		t.Errorf("arcs %v", on)
	}
}

func arcsOn(m *Map) [][]string {
	on := make([][]string, len(m.Arcs))
	for _, s := range m.Shapes {
		for _, p := range s.Polygons {
			for _, refs := range p {
				for _, ref := range refs {
					on[max(ref, ^ref)] = append(on[max(ref, ^ref)], s.Code)
				}
			}
		}
	}
	return on
}

func TestUmbriaInEveryFormat(t *testing.T) {
	geo := fromShared(t, "umbria.geojson")
	codes := umbria(t)
	ref, r, err := Import(geo, codes)
	if err != nil {
		t.Fatal(err)
	}
	if r.Comuni != 92 || len(r.Missing)+len(r.Unknown)+len(r.Empty) != 0 || r.Column != "istat_code" {
		t.Errorf("%+v", r)
	}
	one, two := 0, 0
	for _, codes := range arcsOn(ref) {
		switch len(codes) {
		case 1:
			one++
		case 2:
			two++
		default:
			t.Fatalf("an arc on %v", codes)
		}
	}
	if two < 200 || one > two {
		t.Errorf("%d arcs of the edge, %d shared", one, two)
	}
	raw, err := ref.Encode()
	if err != nil || len(raw) > 80_000 {
		t.Errorf("%d bytes %v", len(raw), err)
	}
	for name, file := range map[string][]byte{
		"topojson": fromShared(t, "umbria.topojson"), "utm": shapefile(t, geo, "WGS_1984_UTM_Zone_32N", wgs84, 32),
		"ed50": shapefile(t, geo, "ED_1950_UTM_Zone_32N", ed50, 32), "zone 33": shapefile(t, geo, "WGS_1984_UTM_Zone_33N", wgs84, 33),
		"stored": raw,
	} {
		t.Run(name, func(t *testing.T) {
			m, r, err := Import(file, codes)
			if err != nil {
				t.Fatal(err)
			}
			if r.Comuni != 92 || len(r.Missing)+len(r.Unknown)+len(r.Empty) != 0 {
				t.Errorf("%+v", r)
			}
			for i, s := range m.Shapes {
				a, b := m.extent(s), ref.extent(ref.Shapes[i])
				for k := range 2 {
					if math.Abs(a.Min[k]-b.Min[k]) > 0.002 || math.Abs(a.Max[k]-b.Max[k]) > 0.002 {
						t.Errorf("%s lies in %v, not in %v", s.Code, a, b)
					}
				}
			}
		})
	}
}

func (m *Map) extent(s Shape) orb.Bound {
	first, _ := Ring(m.Arcs, s.Polygons[0][0], maxPoints)
	b := first.Bound()
	for _, p := range s.Polygons {
		ring, _ := Ring(m.Arcs, p[0], maxPoints)
		b = b.Union(ring.Bound())
	}
	return b
}

func TestStoredAndReadAgain(t *testing.T) {
	m, _, err := Import([]byte(invented), wanted)
	if err != nil {
		t.Fatal(err)
	}
	m.About = About{Source: "ISTAT", Licence: "CC BY 4.0", Date: "2018-01-01"}
	raw, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	more, err := again.Encode()
	if err != nil || !bytes.Equal(raw, more) {
		t.Errorf("written again as other bytes: %v\n%s\n%s", err, raw, more)
	}
}

// TestUTM goes there and back by two series, which agree to centimetres also beside the zone, and compares
// the length of the meridian from the equator to 43° with the known one.
func TestUTM(t *testing.T) {
	for _, c := range []orb.Point{{9, 43}, {12.3888, 43.1122}, {13.2, 42.4}, {7, 45}} {
		for _, g := range []grid{utm(32, false), utm(33, false)} {
			x, y := toUTM(g.earth, c, g.zone)
			back := g.degrees(orb.Point{x, y})
			if math.Abs(back[0]-c[0]) > 1e-6 || math.Abs(back[1]-c[1]) > 1e-7 {
				t.Errorf("%v became %v", c, back)
			}
		}
	}
	if x, y := toUTM(wgs84, orb.Point{9, 43}, 32); math.Abs(x-500000) > 1e-6 || math.Abs(y-4760814.7962) > 0.01 {
		t.Errorf("9° 43° is %.4f %.4f", x, y)
	}
}

func TestRefused(t *testing.T) {
	good := shapefile(t, []byte(invented), "WGS_1984_UTM_Zone_32N", wgs84, 32)
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"text":           {[]byte("istat_code,name"), ErrFormat},
		"nothing":        {nil, ErrFormat},
		"half a json":    {[]byte(invented[:500]), ErrDamaged},
		"half a zip":     {good[:len(good)/2], ErrDamaged},
		"other json":     {[]byte(`{"type":"Sphere"}`), ErrFormat},
		"no codes":       {[]byte(strings.ReplaceAll(invented, "PRO_COM\":5", "PRO_COM\":1")), ErrNoComuni},
		"another grid":   {[]byte(strings.Replace(invented, `{"type"`, `{"crs":{"type":"name","properties":{"name":"EPSG:3003"}},"type"`, 1)), ErrProjection},
		"arcs not there": {[]byte(`{"type":"Topology","arcs":[],"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"054001","arcs":[[7]]}]}}}`), ErrDamaged},
		"too many points": {fmt.Appendf(nil, `{"type":"Topology","arcs":[[[0,0]%s]],"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"054001","arcs":[[%s0]]}]}}}`,
			strings.Repeat(",[1,1]", 5000), strings.Repeat("0,", 5000)), ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, err := Import(c.raw, wanted); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func FuzzImport(f *testing.F) {
	f.Add([]byte(invented))
	f.Add(shapefile(f, []byte(invented), "WGS_1984_UTM_Zone_32N", wgs84, 32))
	m, _, err := Import([]byte(invented), wanted)
	if err != nil {
		f.Fatal(err)
	}
	raw, err := m.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, _, err := Import(raw, wanted)
		if err != nil {
			return
		}
		stored, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Decode(stored); err != nil && len(m.Shapes) > 0 {
			t.Errorf("what was imported cannot be read again: %v", err)
		}
	})
}

// shapefile writes a GeoJSON as a zip with .shp, .dbf and .prj, projected.
func shapefile(t testing.TB, geo []byte, prj string, e ellipsoid, zone int) []byte {
	t.Helper()
	var d document
	if err := json.Unmarshal(geo, &d); err != nil {
		t.Fatal(err)
	}
	var shp, dbf bytes.Buffer
	shp.Write(make([]byte, 100))
	head := make([]byte, 65)
	binary.LittleEndian.PutUint32(head[4:], uint32(len(d.Features)))
	binary.LittleEndian.PutUint16(head[8:], 65)
	binary.LittleEndian.PutUint16(head[10:], 11)
	copy(head[32:], "PRO_COM")
	head[43], head[48], head[64] = 'N', 10, '\r'
	dbf.Write(head)
	for i, f := range d.Features {
		code, _ := f.Properties["istat_code"].(string)
		if n, ok := f.Properties["PRO_COM"].(float64); ok {
			code = fmt.Sprint(int(n))
		}
		fmt.Fprintf(&dbf, " %10s", strings.TrimLeft(code, "0"))
		polygons, err := f.Geometry.polygons()
		if err != nil {
			t.Fatal(err)
		}
		body := shapeOf(polygons, e, zone)
		_ = binary.Write(&shp, binary.BigEndian, []uint32{uint32(i + 1), uint32(len(body) / 2)})
		shp.Write(body)
	}
	binary.BigEndian.PutUint32(shp.Bytes(), 9994)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range map[string][]byte{
		"Com01012018/Com01012018_WGS84.shp": shp.Bytes(), "Com01012018/Com01012018_WGS84.dbf": dbf.Bytes(),
		"Com01012018/Com01012018_WGS84.prj": []byte(`PROJCS["` + prj + `",GEOGCS["GCS",DATUM["D"]],PROJECTION["Transverse_Mercator"]]`),
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func shapeOf(m orb.MultiPolygon, e ellipsoid, zone int) []byte {
	var b bytes.Buffer
	put := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) }
	if len(m) == 0 {
		put(uint32(0))
		return b.Bytes()
	}
	var starts []uint32
	var pts []float64
	for _, p := range m {
		for k, ring := range p {
			ring = slices.Clone(ring)
			if hole := k > 0; (twiceArea(ring) > 0) != hole {
				slices.Reverse(ring)
			}
			starts = append(starts, uint32(len(pts)/2))
			for _, at := range ring {
				x, y := toUTM(e, at, zone)
				pts = append(pts, x, y)
			}
		}
	}
	put(uint32(5))
	put([4]float64{})
	put([]uint32{uint32(len(starts)), uint32(len(pts) / 2)})
	put(starts)
	put(pts)
	return b.Bytes()
}

// toUTM goes the other way round, by the classical series in the difference of longitude (Snyder 1987,
// formulas 8-9 to 8-15), not by Krüger's; from WGS 84 to the ellipsoid's datum by a shift back.
func toUTM(e ellipsoid, p orb.Point, zone int) (x, y float64) {
	const rad = math.Pi / 180
	lon, lat := p[0]*rad, p[1]*rad
	if e != wgs84 {
		l, b := e.shift(lon, lat)
		lon, lat = lon-(l-lon), lat-(b-lat)
	}
	e2 := e.f * (2 - e.f)
	second := e2 / (1 - e2)
	sin, cos := math.Sincos(lat)
	n := e.a / math.Sqrt(1-e2*sin*sin)
	tt, c := sin*sin/cos/cos, second*cos*cos
	a := (lon - float64(zone*6-183)*rad) * cos
	m := e.a * ((1-e2/4-3*e2*e2/64-5*e2*e2*e2/256)*lat - (3*e2/8+3*e2*e2/32+45*e2*e2*e2/1024)*math.Sin(2*lat) +
		(15*e2*e2/256+45*e2*e2*e2/1024)*math.Sin(4*lat) - 35*e2*e2*e2/3072*math.Sin(6*lat))
	x = 0.9996*n*(a+(1-tt+c)*a*a*a/6+(5-18*tt+tt*tt+72*c-58*second)*math.Pow(a, 5)/120) + 500_000
	y = 0.9996 * (m + n*sin/cos*(a*a/2+(5-tt+9*c+4*c*c)*math.Pow(a, 4)/24+(61-58*tt+tt*tt+600*c-330*second)*math.Pow(a, 6)/720))
	return x, y
}
