// Package data holds what the program knows as data, not code: the territory's tables, the lexicons of
// headers and values, the SQL of model, checks and indicators, figure definitions and the texts.
package data

import "embed"

// FS has the folders reference, model, checks, indicators, figures and text.
//
//go:embed reference model checks indicators figures text
var FS embed.FS
