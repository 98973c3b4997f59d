//go:build !cgo

package engine_test

import (
	"context"
	"errors"
	"testing"

	"formare/internal/engine"
	"formare/internal/text"
)

func TestAbsent(t *testing.T) {
	_, err := engine.Open(context.Background(), engine.Options{TempDir: t.TempDir()})
	var told *text.Error
	if !errors.As(err, &told) || told.ID != "engine.absent" {
		t.Errorf("got %v", err)
	}
}
