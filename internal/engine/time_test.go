//go:build cgo

package engine_test

import (
	"context"
	"testing"
	"time"
	"os"
	"strconv"

	"formare/data"
	"formare/internal/engine"
	"formare/internal/indicator"
)

func TestTiming(t *testing.T) {
	ctx := context.Background()
	n, _ := strconv.Atoi(os.Getenv("FORMARE_BENCH_ROWS"))
	s := time.Now()
	files := bigWorld(n).write(t)
	t.Log("write", time.Since(s))
	s = time.Now()
	db, err := engine.Open(ctx, engine.Options{Tables: files, TempDir: t.TempDir()})
	check(t, err)
	t.Log("open", time.Since(s))
	views, _ := engine.Model(data.FS, "model")
	for _, v := range views {
		s = time.Now()
		check(t, db.Create(ctx, []engine.View{v}, true))
		t.Log(v.Name, time.Since(s))
	}
	for _, d := range definitions(t) {
	if d.ID == "targets" { continue }
		s = time.Now()
		_, err := indicator.Compute(ctx, db, d)
		check(t, err)
		t.Log(d.ID, time.Since(s))
	}
}
