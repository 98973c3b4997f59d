package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"formare/data"
	"formare/internal/change"
	"formare/internal/disclosure"
	"formare/internal/finding"
	"formare/internal/identity"
	"formare/internal/revision"
	"formare/internal/store"
	"formare/internal/table"
	"formare/internal/territory"
	"formare/internal/text"
)

// A job is one call of Run: the project it holds and what it has found out so far.
type job struct {
	cfg    Config
	env    Env
	words  *text.Catalogue
	land   *territory.Territory
	key    identity.Key
	lex    *lexicons
	ledger *store.Ledger
	watch  stopwatch
	unlock func() error

	names    *revision.Words    // what files' names say about versions
	reading  string             // fingerprint of what decides how a workbook is read
	basis    string             // fingerprint of program and key alone
	checking bool               // files are looked at, nothing is kept
	stageDir string             // what this run makes, until it is put in place
	newly    int                // sources read in this run
	pattern  disclosure.Pattern // what this report and those of other months hide
	findings []finding.Finding
	doubts   []Doubt // who may be one person, or two
	gone     []Gone  // files that counted and have left the inbox

	corrections []change.Correction // of the sources that were superseded
}

// begin checks what the job needs before any workbook is opened, and takes the project's lock.
func begin(cfg Config, env Env) (*job, error) {
	j := &job{cfg: cfg, env: env.withDefaults()}
	j.watch.now = j.env.Now
	p := cfg.Settings.Programme
	if m := cfg.Month; m != "" && (m < p.Start || m > p.End) {
		return nil, text.Errorf("config.month-outside", nil, "month", m, "start", p.Start, "end", p.End)
	}
	var err error
	if j.words, err = text.For(cfg.lang()); err != nil {
		return nil, text.Errorf("reference", err)
	}
	if j.land, err = loadTerritory(cfg); err != nil {
		return nil, err
	}
	if err := j.checkSettings(); err != nil {
		return nil, err
	}
	if j.key, err = identity.LoadKey(cfg.path(keyFile)); err != nil {
		if !isAccess(err) {
			err = text.Errorf("key-form", nil)
		}
		return nil, text.Errorf("key", err)
	}
	if j.reading, err = j.readingFingerprint(); err != nil {
		return nil, text.Errorf("reference", err)
	}
	if j.basis, err = digest(fmt.Appendf(nil, "%s\x00%d\x00%s", Version, table.Version, j.key.ID())); err != nil {
		return nil, text.Errorf("reference", err)
	}
	if j.unlock, err = lock(cfg); err != nil {
		return nil, err
	}
	if j.ledger, err = store.ReadLedger(cfg.path(ledgerFile)); err != nil {
		return nil, errors.Join(text.Errorf("ledger", err), j.unlock())
	}
	for _, dir := range []string{reportsDir, "data"} {
		if err := store.Recover(cfg.path(dir)); err != nil {
			return nil, errors.Join(text.Errorf("publish", err), j.unlock())
		}
	}
	return j, nil
}

func (j *job) end() {
	j.watch.end()
	if j.stageDir != "" {
		_ = os.RemoveAll(j.stageDir) // else the next run clears it
	}
	_ = j.unlock() // the lock goes with the process at the latest
}

func lock(cfg Config) (func() error, error) {
	unlock, err := store.Lock(cfg.path(lockFile))
	switch {
	case errors.Is(err, store.ErrBusy):
		return nil, text.Errorf("busy", nil)
	case err != nil:
		return nil, text.Errorf("publish", err)
	}
	return unlock, nil
}

func (j *job) stage(name string, total int) {
	j.watch.begin(name)
	j.env.Progress.Stage(name, total)
}

// discover lists what lies in the inbox.
func (j *job) discover(ctx context.Context) ([]store.File, error) {
	j.stage(StageDiscover, 0)
	files, err := store.Scan(ctx, j.cfg.path(inboxDir), j.cfg.workers())
	if err != nil {
		return nil, text.Errorf("inbox", err)
	}
	kept := files[:0]
	for _, f := range files {
		if told := j.told(f.Path); told == nil || !told.Ignore {
			kept = append(kept, f)
		}
	}
	return kept, nil
}

// A plan says which files must be read and which sources of the ledger still hold. Ledger entries whose
// file is gone from the inbox are dropped: the numbers always follow from what lies in the inbox. Of a
// file that has other content now the earlier one stays known, so that a correction sent under the same
// name can be compared with it, and count only if it is one.
type plan struct {
	read  []store.File
	holds []store.Source
	gone  int
	anew  int // of those read, known ones that hang on others
}

func (j *job) plan(files []store.File) plan {
	var p plan
	known := j.ledger.Index()
	for _, f := range files {
		old := known[store.SourceID(f.Path, f.SHA256)]
		if old != nil && old.Reading == j.reading && j.tablesWhole(old) && !j.mayOpenNow(f, old) {
			p.holds = append(p.holds, *old)
			p.holds[len(p.holds)-1].Overwritten = false
			continue
		}
		p.read = append(p.read, f)
	}
	p.holds = append(p.holds, j.ledger.Overwritten(files, func(s *store.Source) bool {
		return s.Basis == j.basis && j.tablesWhole(s)
	})...)
	p.gone = len(j.ledger.Sources) - len(p.holds)
	j.gone = goneFrom(j.ledger, files)
	p.again(files)
	return p
}

// mayOpenNow says that a source was set aside by the file system, not for what it holds, or for want of
// a password while some is known now.
func (j *job) mayOpenNow(f store.File, s *store.Source) bool {
	switch finding.Rule(cmp.Or(s.AsideFor, s.Reason)) {
	case finding.SourceNoAccess:
		return s.SHA256 != ""
	case finding.SourceEncrypted, finding.SourceWrongPassword:
		words, err := j.newSource(f).passwords()
		return err != nil || len(words) > 0
	}
	return false
}

// tablesWhole says whether a source's tables are all there; one that is lost or cut short is made again.
func (j *job) tablesWhole(s *store.Source) bool {
	for _, f := range s.Files {
		if !table.Whole(j.cfg.path(tablesDir + "/" + f)) {
			return false
		}
	}
	return true
}

// programmeWhole says the same of the tables that belong to no single source.
func (j *job) programmeWhole() bool {
	for _, name := range table.Names() {
		ofSource := name == table.Courses || name == table.Enrolments || name == table.Attendance
		if !ofSource && !table.Whole(j.cfg.path(tablesDir+"/"+programmeTable(name))) {
			return false
		}
	}
	return true
}

// readingFingerprint covers all that decides what a workbook's cells become.
func (j *job) readingFingerprint() (string, error) {
	s := j.cfg.Settings
	raw, err := json.Marshal(struct {
		Version, Lang, Key, Start, End string
		Tables                         int
		Partners, Areas, Sources       any
		Synonyms, Rules, Limits        any
	}{Version, j.cfg.lang(), j.key.ID(), s.Programme.Start, s.Programme.End, table.Version,
		toldToReaders(s.Partners), s.Areas, toldOfFiles(s.Sources), s.Synonyms, s.Rules.CompletionThreshold, s.Limits})
	if err != nil {
		return "", err
	}
	return digest(raw, "reference", "text")
}

// digest names some bytes together with folders of the program's own data.
func digest(raw []byte, folders ...string) (string, error) {
	h := sha256.New()
	h.Write(raw)
	for _, folder := range folders {
		err := fs.WalkDir(data.FS, folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			content, err := fs.ReadFile(data.FS, path)
			fmt.Fprintf(h, "\x00%s\x00%d\x00", path, len(content))
			h.Write(content)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
