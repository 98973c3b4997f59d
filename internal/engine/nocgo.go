//go:build !cgo

package engine

import (
	"database/sql"

	"formare/internal/text"
)

// openDuckDB cannot: DuckDB is a C++ library, and this program was built without one.
func openDuckDB(Options) (*sql.DB, backend, error) {
	return nil, nil, text.Errorf("engine.absent", nil)
}

// Name of the engine inside this build.
const Name = "no SQL engine: built without cgo"

// Present says whether this build has an engine.
const Present = false
