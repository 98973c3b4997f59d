package pipeline

import (
	"runtime"

	"formare/internal/engine"
)

// VersionInfo names the program's parts.
type VersionInfo struct {
	Formare string `json:"formare"`
	Go      string `json:"go"`
	Engine  string `json:"engine"` // "DuckDB", or that there is none in this build
}

// Versions tells which program this is.
func Versions() VersionInfo {
	return VersionInfo{Formare: Version, Go: runtime.Version(), Engine: engine.Name}
}
