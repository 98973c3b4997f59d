package boundary

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// An ellipsoid by its larger half axis and flattening, and how far its centre is from that of WGS 84.
type ellipsoid struct {
	a, f       float64
	dx, dy, dz float64
}

var (
	wgs84 = ellipsoid{a: 6378137, f: 1 / 298.257223563}
	// ED50 is on the International ellipsoid of 1924; the shift is the mean of western Europe (EPSG 1133).
	ed50 = ellipsoid{a: 6378388, f: 1 / 297.0, dx: -87, dy: -98, dz: -121}
)

// A grid is a kind of coordinates: degrees where zone is 0, else metres of that UTM zone.
type grid struct {
	name  string
	zone  int
	earth ellipsoid
}

var (
	utmName = regexp.MustCompile(`(?i)utm[ _]*(?:zone)?[ _]*(3[1-4])`)
	epsg    = regexp.MustCompile(`(?i)EPSG[^0-9]{1,6}(?:[0-9.]+::?)?([0-9]{4,5})`)
)

// gridOf reads a .prj text or a GeoJSON «crs». Where they say nothing it judges by one coordinate.
func gridOf(told string, p orb.Point) (g grid, guessed, ok bool) {
	upper := strings.ToUpper(told)
	old := strings.Contains(upper, "ED50") || strings.Contains(upper, "ED_1950") || strings.Contains(upper, "EUROPEAN_1950") || strings.Contains(upper, "EUROPEAN_DATUM_1950")
	degrees := math.Abs(p[0]) <= 180 && math.Abs(p[1]) <= 90
	switch m := utmName.FindStringSubmatch(told); {
	case m != nil:
		return utm(int(m[1][1]-'0')+30, old), false, !degrees
	case strings.Contains(upper, "GEOGCS") && !strings.Contains(upper, "PROJCS"), strings.Contains(upper, "CRS84"):
		return lonLat(old), false, degrees
	}
	if m := epsg.FindStringSubmatch(told); m != nil {
		code, _ := strconv.Atoi(m[1])
		switch {
		case code == 4326 || code == 4258 || code == 6706:
			return lonLat(false), false, degrees
		case code == 6707 || code == 6708: // RDN2008, zones 32 and 33
			return utm(code-6707+32, false), false, !degrees
		case code/100 == 326 || code/100 == 258 || code/100 == 230:
			return utm(code%100, code/100 == 230), false, !degrees && code%100 > 30 && code%100 < 35
		}
		return grid{}, false, false
	}
	if strings.TrimSpace(told) != "" {
		return grid{}, false, false
	}
	if degrees {
		return lonLat(false), true, true
	}
	italy := p[0] > 200_000 && p[0] < 1_500_000 && p[1] > 3_800_000 && p[1] < 5_300_000
	return utm(32, false), true, italy
}

func lonLat(old bool) grid {
	if old {
		return grid{name: "ED50", earth: ed50}
	}
	return grid{name: "WGS 84", earth: wgs84}
}

func utm(zone int, old bool) grid {
	g := lonLat(old)
	g.name, g.zone = g.name+" / UTM "+strconv.Itoa(zone)+"N", zone
	return g
}

// toDegrees brings all points to degrees of WGS 84.
func toDegrees(places []place, told string, r *Report) error {
	g, guessed, ok := gridOf(told, places[0].polygons[0][0][0])
	if !ok {
		return ErrProjection
	}
	r.Projection, r.Guessed = g.name, guessed
	for _, place := range places {
		for _, polygon := range place.polygons {
			for _, ring := range polygon {
				for i, p := range ring {
					q := g.degrees(p)
					if !(math.Abs(q[0]) <= 180 && math.Abs(q[1]) <= 85) { // so that NaN is refused as well
						return ErrProjection
					}
					ring[i] = q
				}
			}
		}
	}
	return nil
}

func (g grid) degrees(p orb.Point) orb.Point {
	const rad = math.Pi / 180
	lon, lat := p[0]*rad, p[1]*rad
	if g.zone > 0 {
		lon, lat = g.earth.fromUTM(p[0], p[1], float64(g.zone*6-183)*rad)
	}
	if g.earth != wgs84 {
		lon, lat = g.earth.shift(lon, lat)
	}
	return orb.Point{lon / rad, lat / rad}
}

// fromUTM is the inverse of the transverse Mercator projection by Krüger's series to n³, which is exact
// to a millimetre in a zone and far beside it (Karney 2011, Transverse Mercator with an accuracy of a few
// nanometers, formulas 11 and 36).
func (e ellipsoid) fromUTM(x, y, meridian float64) (lon, lat float64) {
	n := e.f / (2 - e.f)
	n2, n3 := n*n, n*n*n
	a := e.a / (1 + n) * (1 + n2/4 + n2*n2/64)
	beta := [3]float64{n/2 - 2*n2/3 + 37*n3/96, n2/48 + n3/15, 17 * n3 / 480}
	xi, eta := y/(0.9996*a), (x-500_000)/(0.9996*a)
	u, v := xi, eta
	for k, b := range beta {
		m := 2 * float64(k+1)
		u -= b * math.Sin(m*xi) * math.Cosh(m*eta)
		v -= b * math.Cos(m*xi) * math.Sinh(m*eta)
	}
	chi := math.Asin(math.Sin(u) / math.Cosh(v))
	// From the conformal latitude to the true one.
	delta := [3]float64{2*n - 2*n2/3 - 2*n3, 7*n2/3 - 8*n3/5, 56 * n3 / 15}
	lat = chi
	for k, d := range delta {
		lat += d * math.Sin(2*float64(k+1)*chi)
	}
	return meridian + math.Atan2(math.Sinh(v), math.Cos(u)), lat
}

// shift brings a place on an older ellipsoid to WGS 84 by way of coordinates from the earth's centre.
func (e ellipsoid) shift(lon, lat float64) (float64, float64) {
	e2 := e.f * (2 - e.f)
	n := e.a / math.Sqrt(1-e2*math.Sin(lat)*math.Sin(lat))
	x := n*math.Cos(lat)*math.Cos(lon) + e.dx
	y := n*math.Cos(lat)*math.Sin(lon) + e.dy
	z := n*(1-e2)*math.Sin(lat) + e.dz
	w2 := wgs84.f * (2 - wgs84.f)
	flat := math.Hypot(x, y)
	phi := math.Atan2(z, flat*(1-w2))
	for range 4 {
		n = wgs84.a / math.Sqrt(1-w2*math.Sin(phi)*math.Sin(phi))
		phi = math.Atan2(z+w2*n*math.Sin(phi), flat)
	}
	return math.Atan2(y, x), phi
}
