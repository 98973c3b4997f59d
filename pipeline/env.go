// Package pipeline is the program's public face: Run does the whole monthly job, Query, Status and Init
// the smaller ones. It knows the order of the work and hands each piece to the package that owns it; it
// must not know flags, terminals, SQL text or file formats.
package pipeline

import (
	"path/filepath"
	"runtime"
	"time"

	"formare/internal/config"
)

// Version of the program. Tables and reports that another version made are made again.
const Version = "0.1.0"

// Config is what one call works on.
type Config struct {
	Project  string        // the project's folder
	Settings config.Config // what its formare.yaml says, read by LoadSettings
	Month    string        // the state up to this month; "" for the last month that has a course
	Accept   []string      // files, or ids of sources, that may count although they lack much of what they correct
	Lang     string        // of everything published: it (default) or en
	Workers  int           // 0 for as many as there are processors
}

// LoadSettings reads a project's formare.yaml.
func LoadSettings(project string) (config.Config, error) {
	return config.Load(filepath.Join(project, ConfigFile))
}

// Names inside a project's folder.
const (
	ConfigFile  = "formare.yaml"
	inboxDir    = "data/inbox"
	tablesDir   = "data/tables"
	ledgerFile  = "data/ledger.json"
	patternFile = "data/disclosure.json" // what was hidden in each month's report
	memoryFile  = "data/.memory.duckdb"  // what tables of very many files hold, for the next run
	keyFile     = "data/key"
	lockFile    = "data/.lock"
	reportsDir  = "reports"
)

func (c Config) path(name string) string { return filepath.Join(c.Project, filepath.FromSlash(name)) }

func (c Config) workers() int {
	if c.Workers > 0 {
		return c.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (c Config) lang() string {
	if c.Lang == "" {
		return "it"
	}
	return c.Lang
}

// Env is what a call takes from its surroundings. The zero value works: no progress, the real clock, no
// environment variables.
type Env struct {
	Progress Progress
	Now      func() time.Time    // used for stage times only, never in anything published
	Getenv   func(string) string // for the passwords of protected workbooks
}

// Progress is told how the job goes on. Calls may come from several goroutines.
type Progress interface {
	// Stage begins a stage of total steps, 0 when they are not counted.
	Stage(name string, total int)
	// Step says that one more step of the current stage is done.
	Step()
}

type silent struct{}

func (silent) Stage(string, int) {}
func (silent) Step()             {}

func (e Env) withDefaults() Env {
	if e.Progress == nil {
		e.Progress = silent{}
	}
	if e.Now == nil {
		e.Now = time.Now
	}
	if e.Getenv == nil {
		e.Getenv = func(string) string { return "" }
	}
	return e
}
