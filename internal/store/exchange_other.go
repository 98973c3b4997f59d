//go:build !linux

package store

import "errors"

// exchange swaps two paths in one step, where the system can.
func exchange(a, b string) error { return errors.ErrUnsupported }
