package text

import (
	"errors"
	"io/fs"
	"strings"
)

// An Error is a failure told in the user's language: a message of the catalogue, what caused it, and
// advice under the id + ".hint" if the catalogue has one. Error gives the English form, for logs and
// tests; a program that shows it to people uses Catalogue.Explain.
type Error struct {
	ID    string
	Pairs []string // of {placeholders} and what fills them; never personal data
	Cause error
}

// Errorf builds an Error: text.Errorf("project.missing", nil, "dir", dir).
func Errorf(id string, cause error, pairs ...string) *Error {
	return &Error{ID: id, Pairs: pairs, Cause: cause}
}

func (e *Error) Error() string {
	c, err := For("en")
	if err != nil {
		return e.ID
	}
	msg, _ := c.Explain(e)
	return msg
}

func (e *Error) Unwrap() error { return e.Cause }

// Explain gives an error's message and hint in the catalogue's language. The hint is that of the
// outermost Error that has one; "" when none has.
func (c *Catalogue) Explain(err error) (message, hint string) {
	e, told := err.(*Error)
	if !told {
		return c.explainAround(err)
	}
	message = c.Msg("error."+e.ID, e.Pairs...)
	if id := "error." + e.ID + ".hint"; c.Has(id) {
		hint = c.Msg(id, e.Pairs...)
	}
	if e.Cause != nil {
		cause, deeper := c.Explain(e.Cause)
		message += ": " + cause
		if hint == "" {
			hint = deeper
		}
	}
	return message, hint
}

// explainAround explains an error that is not of ours but may hold one: what stands before it is kept.
func (c *Catalogue) explainAround(err error) (message, hint string) {
	var e *Error
	if !errors.As(err, &e) {
		return c.plain(err), ""
	}
	inner := errors.Unwrap(err)
	if inner == nil { // several joined: the first of ours tells what matters
		return c.Explain(e)
	}
	message, hint = c.Explain(inner)
	if before, ok := strings.CutSuffix(err.Error(), inner.Error()); ok {
		message = before + message
	}
	return message, hint
}

// plain translates the operating system's commonest causes; others stay as they are.
func (c *Catalogue) plain(err error) string {
	var path *fs.PathError
	where := ""
	if errors.As(err, &path) {
		where = path.Path + ": "
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return where + c.Msg("error.os.missing")
	case errors.Is(err, fs.ErrPermission):
		return where + c.Msg("error.os.permission")
	}
	return err.Error()
}
