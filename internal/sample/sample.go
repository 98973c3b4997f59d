// Package sample invents a training programme and writes it as its partners would have sent it: messy
// workbooks in data/inbox, with the truth about every row, person and number beside them in truth/.
//
// The world comes first (people, services, courses, enrolments), then each partner's habits write it
// down, then the truth is worked out from the world. The package must not know how the program reads:
// it shares no code with the packages that parse, normalise, link or count, so that agreement between
// truth and results is evidence. Every person in it is invented.
package sample

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	message "formare/internal/text"
)

// Options say what to invent. The zero value is the sample programme of seed 1 at its natural size.
type Options struct {
	Seed  uint64 // default 1
	Scale int    // times people, courses and services; default 1
}

// Summary counts what was written, as the truth has it.
type Summary struct {
	Workbooks    int
	Rows         int // people's rows in all workbooks that count
	Courses      int
	Participants int
	Enrolments   int
	Services     int
	Comuni       int
	Hours        float64
	Problems     int // planted
}

// MaxScale bounds what Generate accepts: beyond it the truth would not fit in a laptop's memory.
const MaxScale = 1000

// Generate writes a whole project into dir, which it makes if needed: formare.yaml, data/inbox,
// data/key, the empty folders and truth/. The same options give the same bytes in every file.
func Generate(dir string, opt Options) (Summary, error) {
	if opt.Seed == 0 {
		opt.Seed = 1
	}
	opt.Scale = max(opt.Scale, 1)
	if opt.Scale > MaxScale {
		return Summary{}, fmt.Errorf("sample: scale %d is over %d", opt.Scale, MaxScale)
	}
	sum, err := generate(dir, opt)
	if err != nil {
		return Summary{}, fmt.Errorf("sample: %w", err)
	}
	return sum, nil
}

func generate(dir string, opt Options) (Summary, error) {
	if _, err := os.Stat(filepath.Join(dir, "formare.yaml")); err == nil {
		return Summary{}, message.Errorf("init.exists", nil, "file", filepath.Join(dir, "formare.yaml"))
	}
	land, err := readLand()
	if err != nil {
		return Summary{}, err
	}
	if err := skeleton(dir, opt); err != nil {
		return Summary{}, err
	}
	covered := land.choose(rand.New(rand.NewPCG(opt.Seed, streamLand)))
	everyone := newRegistry()
	log := &record{}
	workbooks := 0
	for unit := range opt.Scale {
		w := newWorld(land, covered, everyone, opt.Seed, unit)
		if unit == 0 {
			plantProblems(w)
		}
		n, err := writeInbox(dir, w, log)
		if err != nil {
			return Summary{}, err
		}
		workbooks += n
		log.keep(w)
	}
	if err := dateFiles(dir, log.sources); err != nil {
		return Summary{}, err
	}
	truth := derive(land, log)
	if err := writeTruth(filepath.Join(dir, "truth"), truth); err != nil {
		return Summary{}, err
	}
	sum := truth.summary()
	sum.Workbooks = workbooks
	return sum, nil
}

// dateFiles gives each workbook the day on which it came: the fifth of the month after its own. The
// tables tell that day, which must not be the one on which the sample was made.
func dateFiles(dir string, sources []*source) error {
	for _, s := range sources {
		month, err := time.Parse("2006-01", s.month)
		if err != nil {
			return err
		}
		day := month.AddDate(0, 1, 4).Add(9 * time.Hour)
		if err := os.Chtimes(filepath.Join(dir, "data", "inbox", filepath.FromSlash(s.file)), day, day); err != nil {
			return err
		}
	}
	return nil
}

// skeleton makes the folders, the configuration and the key.
func skeleton(dir string, opt Options) error {
	for _, d := range []string{"data/inbox", "data/tables", "reports", "truth"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(d)), 0o755); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "formare.yaml"), configuration, 0o644); err != nil {
		return err
	}
	rng := rand.New(rand.NewPCG(opt.Seed, streamKey))
	key := fmt.Sprintf("%016x%016x%016x%016x\n", rng.Uint64(), rng.Uint64(), rng.Uint64(), rng.Uint64())
	return os.WriteFile(filepath.Join(dir, "data", "key"), []byte(key), 0o600)
}

// Streams of the random source: each part of the world draws from its own, so that a change in one
// does not move the others.
const (
	streamLand uint64 = 1 + iota
	streamKey
	streamUnit // plus the unit's number times two
)
