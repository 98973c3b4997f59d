// Package page writes report.html: the month's figures, their data, what terms mean and how good the data
// are, in one file that needs nothing else: no network, no program but a browser, and no script to be read.
// It gets protected results alone. It must not know how numbers were made, nor where the file goes.
package page

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"

	"formare/internal/figure"
	"formare/internal/report/readable"
	"formare/internal/text"
)

// Content is all that the page tells.
type Content struct {
	Programme, Title, Funding string // Title and Funding may be ""
	Period, Source            string // in words
	Emblem                    []byte // PNG, may be nil
	EmblemText                string
	Tables                    []*readable.Table
	Drawings                  []*figure.Drawing // in all sizes and themes that were drawn
	LeftOut                   []string          // reasons why figures are missing
	Quality                   Quality
	MinCell                   int
	Threshold                 float64 // share of hours that completes a course
}

// Quality says what came and what is wrong with it, without names of people or files.
type Quality struct {
	Files, Active, Superseded, SetAside int
	Errors, Warnings, Infos             int
	Partners                            []Partner
}

// A Partner is one that is expected to send registers.
type Partner struct {
	Name             string
	Received, Months int // months that registers came for, of those that are over
	Missing          []string
	Files            int // that count
	Errors, Warnings int
}

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string
)

// view is what the template shows.
type view struct {
	Lang, Title, Policy                  string
	Style                                template.CSS
	Script                               template.JS
	W                                    map[string]string // the page's own words
	Programme, Subtitle, Funding, Period string
	Source, EmblemText                   string
	Emblem                               template.URL
	NumbersTitle, NumbersLead            string // of the figure of the headline, if it was drawn
	NumbersNote                          string
	NumbersFile                          *download
	Numbers                              []number
	Both                                 bool // figures come in a wide and a narrow form
	Figures                              []figureView
	Definitions, Marks                   []readable.Definition
	QualityText                          []string
	PartnerHeads                         []cell
	Partners                             [][]cell
	LeftOut                              []string
}

// Write makes the page in the language of words. The same content gives the same bytes.
func Write(c Content, words *text.Catalogue) ([]byte, error) {
	tmpl, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	v := &view{
		Lang: words.Lang, Title: words.Msg("page.title", "programme", c.Programme, "period", c.Period), Policy: policy(),
		Style: template.CSS(pageCSS), Script: template.JS(pageJS),
		Programme: c.Programme, Subtitle: c.Title, Funding: c.Funding, Period: c.Period, Source: c.Source, EmblemText: c.EmblemText,
		Definitions: readable.Definitions(words, c.Threshold), Marks: readable.Marks(words, c.MinCell), LeftOut: c.LeftOut,
		W: map[string]string{},
	}
	for _, id := range []string{"skip", "contents", "numbers", "definitions", "method", "marks", "protection", "quality",
		"partners", "leftout", "made", "scroll", "arrows", "emblem"} {
		v.W[id] = words.Msg("page." + id)
	}
	if len(c.Emblem) > 0 {
		v.Emblem = dataURL("image/png", c.Emblem)
	}
	if err := v.numbers(c, words); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	if v.Figures, v.Both, err = figures(c, words); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	v.quality(c.Quality, words)
	var out bytes.Buffer
	if err := tmpl.Execute(&out, v); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	return out.Bytes(), nil
}

// policy lets the page use its own style and script, known by their digests, and pictures in the file itself;
// nothing else is loaded or sent, whatever the page is made to hold.
func policy() string {
	return "default-src 'none'; style-src " + digest(pageCSS) + "; script-src " + digest(pageJS) +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func dataURL(kind string, content []byte) template.URL {
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(content))
}
