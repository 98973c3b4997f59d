package sample

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"formare/data"
)

type comune struct {
	code, name, province, belfiore, zone string
	residents                            int
	usl                                  string // the health authority that serves it
}

type land struct {
	comuni []*comune
	byCode map[string]*comune
	zones  []string // names, in the order of their numbers
}

func readCSV(name string) ([][]string, error) {
	raw, err := data.FS.ReadFile(name)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows[1:], nil
}

func readLand() (*land, error) {
	zones, err := readCSV("reference/zone_sociali.csv")
	if err != nil {
		return nil, err
	}
	l := &land{byCode: map[string]*comune{}}
	byNumber := map[string]string{}
	for _, z := range zones {
		l.zones = append(l.zones, z[1])
		byNumber[z[0]] = z[1]
	}
	rows, err := readCSV("reference/comuni.csv")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		residents, err := strconv.Atoi(r[5])
		if err != nil {
			return nil, fmt.Errorf("comuni.csv: residents of %s: %w", r[1], err)
		}
		c := &comune{code: r[0], name: r[1], province: r[2], belfiore: r[3], zone: byNumber[r[4]], residents: residents, usl: "1"}
		if n, err := strconv.Atoi(r[4]); err == nil && (n == 6 || n >= 8) {
			c.usl = "2"
		}
		l.comuni = append(l.comuni, c)
		l.byCode[c.code] = c
	}
	return l, nil
}

func (l *land) named(name string) *comune {
	for _, c := range l.comuni {
		if c.name == name {
			return c
		}
	}
	return nil
}

// How many comuni the programme reaches; the largest are always among them.
const (
	coveredComuni = 71
	alwaysCovered = 56
)

// choose picks the comuni that the programme reaches.
func (l *land) choose(rng *rand.Rand) []*comune {
	list := slices.Clone(l.comuni)
	slices.SortStableFunc(list, func(a, b *comune) int { return b.residents - a.residents })
	rest := list[alwaysCovered:]
	rng.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
	list = list[:coveredComuni]
	slices.SortFunc(list, func(a, b *comune) int { return b.residents - a.residents })
	return list
}

// quotas shares out n people over the comuni, a little flatter than their residents and one at least
// to each, so that the largest get about 107 and 75 of 722.
func quotas(list []*comune, n int) []int {
	const flatter = 0.88
	weights := make([]float64, len(list))
	for i, c := range list {
		weights[i] = math.Pow(float64(c.residents), flatter)
	}
	return share(weights, n, 1)
}

// share splits n in proportion to the weights, each part at least least, by largest remainders.
func share(weights []float64, n, least int) []int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	free := n - least*len(weights)
	out := make([]int, len(weights))
	order := make([]int, len(weights))
	rests := make([]float64, len(weights))
	left := free
	for i, w := range weights {
		exact := w / total * float64(free)
		part := int(exact)
		out[i], rests[i], order[i] = least+part, exact-float64(part), i
		left -= part
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case rests[a] > rests[b]:
			return -1
		case rests[a] < rests[b]:
			return 1
		}
		return 0
	})
	for i := range left {
		out[order[i%len(order)]]++
	}
	return out
}
