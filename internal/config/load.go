package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"formare/internal/text"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Default gives a configuration that lacks only what every project must say: period and partners.
func Default() Config {
	return Config{
		Programme: Programme{Region: "Umbria"},
		Targets:   map[string]float64{},
		Rules:     Rules{CompletionThreshold: 0.75, DueDays: 15},
		Limits: Limits{FileMB: 512, UnpackedMB: 4096, Ratio: 250, Rows: 1 << 20, Cells: 50_000_000, TextKB: 1024,
			Depth: 256, Seconds: 600},
		Privacy: Privacy{MinCell: 5},
		Figures: Figures{
			Theme:      "light",
			Set:        "auto",
			Sizes:      []string{"slide", "square"},
			Formats:    []string{"svg", "png", "pdf"},
			Documents:  []string{"deck", "tables", "page"},
			EmblemText: "Progetto cofinanziato dall'Unione Europea",
		},
	}
}

// Load reads and checks a configuration file over the defaults. Its errors are *text.Error with the
// line and column of each fault; nothing but the file is opened.
func Load(path string) (Config, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return Config{}, text.Errorf("config.read", err, "file", filepath.Base(path))
	}
	return Parse(filepath.Base(path), raw)
}

// Parse is Load on text that is already in memory; name stands in the errors.
func Parse(name string, raw []byte) (cfg Config, err error) {
	cfg = Default()
	defer func() {
		if fault := recover(); fault != nil { // the YAML library's, on syntax that nobody writes
			err = text.Errorf("config.syntax", nil, "file", name, "line", "1", "column", "1", "what", fmt.Sprint(fault))
		}
	}()
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")) // Windows' editor writes one
	file, err := parser.ParseBytes(raw, 0)
	if err != nil {
		return cfg, syntaxError(name, err)
	}
	doc := &document{name: name, file: file}
	if doc.empty() {
		return cfg, doc.fault("config.empty", "$")
	}
	if len(file.Docs) > 1 {
		return cfg, doc.fault("config.documents", "$")
	}
	if err := doc.unknownKeys(); err != nil {
		return cfg, err
	}
	if err := yaml.UnmarshalWithOptions(raw, &cfg, yaml.Strict()); err != nil {
		return cfg, syntaxError(name, err)
	}
	cfg.nameNameless()
	return cfg, cfg.validate(doc)
}

// nameNameless gives partners and areas without a name their id to be shown by.
func (c *Config) nameNameless() {
	for i := range c.Partners {
		c.Partners[i].Name = cmp.Or(c.Partners[i].Name, c.Partners[i].ID)
	}
	for i := range c.Areas {
		c.Areas[i].Label = cmp.Or(c.Areas[i].Label, c.Areas[i].ID)
	}
}

// A document is the parsed file, kept to say where a value stands.
type document struct {
	name string
	file *ast.File
}

func (d *document) empty() bool {
	for _, doc := range d.file.Docs {
		if doc.Body != nil && doc.Body.Type() != ast.NullType {
			return false
		}
	}
	return true
}

// fault makes an error at the place of a YAML path ("$.partners[1].id"), or of the nearest parent that
// the file has.
func (d *document) fault(id, path string, pairs ...string) error {
	line, column := d.position(path)
	return text.Errorf("config."+id[len("config."):], nil, append([]string{
		"file", d.name, "line", strconv.Itoa(line), "column", strconv.Itoa(column),
		"key", strings.TrimPrefix(path, "$."),
	}, pairs...)...)
}

func (d *document) position(path string) (line, column int) {
	for {
		if p, err := yaml.PathString(path); err == nil {
			if node, err := p.FilterFile(d.file); err == nil && node != nil && node.GetToken() != nil {
				pos := start(node).Position
				return pos.Line, pos.Column
			}
		}
		cut := strings.LastIndexAny(path, ".[")
		if cut <= 0 {
			return 1, 1
		}
		path = path[:cut]
	}
}

// syntaxError tells what the YAML library found, with its place.
func syntaxError(name string, err error) error {
	var located yaml.Error
	if !errors.As(err, &located) || located.GetToken() == nil {
		return text.Errorf("config.syntax", nil, "file", name, "line", "1", "column", "1", "what", firstLine(err.Error()))
	}
	pos := located.GetToken().Position
	id := "config.syntax"
	var typed *yaml.TypeError
	if errors.As(err, &typed) {
		id = "config.type"
	}
	return text.Errorf(id, nil, "file", name, "line", strconv.Itoa(pos.Line), "column", strconv.Itoa(pos.Column),
		"what", firstLine(located.GetMessage()), "value", located.GetToken().Value)
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
