package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"formare/internal/text"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a pipeline.Progress that can be told to clear its line.
type progress interface {
	Stage(name string, total int)
	Step()
	finish()
}

// progress chooses a bar on a terminal, one line a stage elsewhere, nothing with --quiet or --json.
func (a *app) progress() progress {
	switch f, ok := a.stderr.(*os.File); {
	case a.quiet || a.json:
		return &lines{w: io.Discard, words: a.words}
	case ok && term.IsTerminal(int(f.Fd())):
		return &bar{w: f, words: a.words}
	}
	return &lines{w: a.stderr, words: a.words}
}

type lines struct {
	w     io.Writer
	words *text.Catalogue
}

func (l *lines) Stage(name string, total int) {
	fmt.Fprintln(l.w, stageText(l.words, name, total))
}
func (l *lines) Step()   {}
func (l *lines) finish() {}

func stageText(words *text.Catalogue, name string, total int) string {
	if id := "stage." + name + ".n"; total > 0 && words.Has(id+".other") {
		return words.Count(id, total)
	}
	return words.Msg("stage." + name)
}

type bar struct {
	w     io.Writer
	words *text.Catalogue
	mu    sync.Mutex
	now   *progressbar.ProgressBar
}

func (b *bar) Stage(name string, total int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.clear()
	counted := total > 0
	if !counted {
		total = -1
	}
	b.now = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(b.w),
		progressbar.OptionSetElapsedTime(false),
		progressbar.OptionSetDescription(stageText(b.words, name, 0)),
		progressbar.OptionSetWidth(30),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(false),
	)
	if counted {
		progressbar.OptionShowCount()(b.now)
	}
	_ = b.now.RenderBlank()
}

func (b *bar) Step() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.now != nil {
		_ = b.now.Add(1)
	}
}

func (b *bar) finish() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.clear()
}

func (b *bar) clear() {
	if b.now != nil {
		_ = b.now.Clear()
		b.now = nil
	}
}
