package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

// Exit codes, documented in the README.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2 // wrong flags or arguments, or a configuration that cannot be used
	exitFindings    = 3 // done, with findings at or above --fail-on
	exitInterrupted = 130
)

// errFindings ends a command that has done its work but found problems in the data.
var errFindings = errors.New("findings at or above the threshold")

// usageError marks what is wrong with the command line itself.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// An app is one call of the program: where it reads and writes, and what the common flags say.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	words          *text.Catalogue

	project string
	lang    string
	json    bool
	quiet   bool
	workers int
}

// Do runs one command line and returns its exit code. It is the whole program but for the process.
func Do(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	words, err := text.For(langOf(args))
	if err != nil {
		return unknownLanguage(langOf(args), stderr)
	}
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, words: words}
	root := a.root()
	root.SetArgs(args)
	err = root.ExecuteContext(ctx)
	return a.exit(ctx, err)
}

// exit tells an error and decides the exit code.
func (a *app) exit(ctx context.Context, err error) int {
	var usage usageError
	var told *text.Error
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	case ctx.Err() != nil || errors.Is(err, context.Canceled):
		fmt.Fprintln(a.stderr, "formare: "+a.words.Msg("error.interrupted"))
		return exitInterrupted
	case errors.As(err, &usage):
		a.tell(usage.error)
		return exitUsage
	case errors.As(err, &told) && strings.HasPrefix(told.ID, "config."):
		a.tell(err)
		return exitUsage
	default:
		a.tell(err)
		return exitFailed
	}
}

func (a *app) tell(err error) {
	message, hint := a.words.Explain(err)
	fmt.Fprintln(a.stderr, "formare: "+plainLines(message))
	if hint != "" {
		fmt.Fprintln(a.stderr, "hint: "+hint)
	}
}

// langOf finds --lang before the flags are parsed, because the help itself is in that language.
func langOf(args []string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return text.Languages[0]
}

func (a *app) oneArg(cmd *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return usageError{text.Errorf("usage.one-argument", nil, "usage", cmd.UseLine())}
}

// config reads the project's configuration and lays the common flags over it.
func (a *app) config() (pipeline.Config, error) {
	if a.workers < 0 {
		return pipeline.Config{}, usageError{text.Errorf("usage.workers", nil)}
	}
	settings, err := pipeline.LoadSettings(a.project)
	if err != nil {
		return pipeline.Config{}, err
	}
	return pipeline.Config{Project: a.project, Settings: settings, Lang: a.lang, Workers: a.workers}, nil
}
