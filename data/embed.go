// Package data holds what the program knows as data, not code: the territory's tables, the lexicons of
// headers and values, the SQL of model, checks and indicators, figure definitions and the texts.
package data

import "embed"

// FS has the folders reference, model, checks, indicators, figures, text and project (what init writes).
//
//go:embed reference model checks indicators figures text project
var FS embed.FS
