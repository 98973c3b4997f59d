//go:build cgo

package engine_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"formare/data"
	"formare/internal/engine"
	"formare/internal/indicator"
	"formare/internal/normalise"
	"formare/internal/table"
)

// BenchmarkMillion times opening, the model and all indicators over a million enrolments of some
// 240,000 people in 72 sources; FORMARE_BENCH_ROWS sets another number. A third of the rows lack a
// codice fiscale.
func BenchmarkMillion(b *testing.B) {
	rows := 1_000_000
	if n, err := strconv.Atoi(os.Getenv("FORMARE_BENCH_ROWS")); err == nil {
		rows = n
	}
	files := bigWorld(rows).write(b)
	ctx := context.Background()
	defs := definitions(b)
	b.ResetTimer()
	for b.Loop() {
		db, err := engine.Open(ctx, engine.Options{Tables: files, TempDir: b.TempDir()})
		check(b, err)
		views, err := engine.Model(data.FS, "model")
		check(b, err)
		for _, d := range defs {
			views = append(views, engine.View{Name: d.ID, SQL: d.SQL})
		}
		check(b, db.Create(ctx, views, true))
		for _, d := range defs {
			_, err := indicator.Compute(ctx, db, d)
			check(b, err)
		}
		check(b, db.Close())
	}
}

func bigWorld(rows int) *world {
	rng := rand.New(rand.NewPCG(1, 2))
	w := &world{ref: smallReference()}
	const sources = 72
	months := w.ref.Months[:3]
	for s := range sources {
		month := months[s%len(months)]
		batch := w.source(fmt.Sprintf("s%02d", s), "anci", month, "active", int64(s+1))
		courses := max(1, rows/sources/20)
		for c := range courses {
			course := normalise.Course{
				Place: at(c + 2), Course: fmt.Sprintf("anci/%02d-%05d", s, c), Area: []string{"istruzione", "giuridica"}[c%2],
				Start: day(fmt.Sprintf("%s-%02d", month, 1+c%28)), HoursPlanned: num(12), Month: month,
			}
			must(batch.AddCourse(&course))
		}
		for r := range rows / sources {
			person := 1 + rng.Int64N(int64(rows/4+1))
			k := keys(person, person<<20, person<<40)
			if rng.IntN(3) == 0 {
				k.CF = table.Key{}
			}
			l := e(r+2, fmt.Sprintf("anci/%02d-%05d", s, r%courses)).who("F", 1950+int(person%50)).
				works("insegnante", fmt.Sprintf("Servizio %d", person%5000), "scuola", "054001").sat(float64(rng.IntN(13)))
			must(batch.AddEnrolment((*normalise.Enrolment)(l), k))
		}
	}
	return w
}
