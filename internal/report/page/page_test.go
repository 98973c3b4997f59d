package page

import (
	"encoding/base64"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"formare/internal/text"

	"golang.org/x/net/html"
)

// nodes walks a page in order.
func nodes(t *testing.T, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// Tags are closed as they were opened, so that no browser has to guess.
func TestWellFormed(t *testing.T) {
	void := map[string]bool{"meta": true, "img": true, "br": true}
	for _, lang := range text.Languages {
		page := written(t, lang)
		z := html.NewTokenizer(strings.NewReader(page))
		var open []string
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			name, _ := z.TagName()
			switch kind {
			case html.StartTagToken:
				if !void[string(name)] {
					open = append(open, string(name))
				}
			case html.EndTagToken:
				if len(open) == 0 || open[len(open)-1] != string(name) {
					t.Fatalf("%s: </%s> closes %v", lang, name, open)
				}
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: %v stay open", lang, open)
		}
		if page != written(t, lang) {
			t.Errorf("%s: the same content gives other bytes", lang)
		}
	}
}

func TestStructure(t *testing.T) {
	for _, lang := range text.Languages {
		ids, refs := map[string]bool{}, map[string]bool{}
		level, landmarks := 0, map[string]int{}
		for _, n := range nodes(t, written(t, lang)) {
			if id := attr(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: id %q stands twice", lang, id)
				}
				ids[id] = true
			}
			for _, name := range []string{"aria-labelledby", "aria-describedby", "aria-controls"} {
				for _, id := range strings.Fields(attr(n, name)) {
					refs[id] = true
				}
			}
			if to, ok := strings.CutPrefix(attr(n, "href"), "#"); ok {
				refs[to] = true
			}
			switch n.Data {
			case "html":
				if attr(n, "lang") != lang {
					t.Errorf("page in %q, want %q", attr(n, "lang"), lang)
				}
			case "h1", "h2", "h3", "h4":
				at := int(n.Data[1] - '0')
				if at > level+1 || strings.TrimSpace(textOf(n)) == "" {
					t.Errorf("%s: %s %q after a heading of level %d", lang, n.Data, textOf(n), level)
				}
				level = at
			case "header", "nav", "main", "footer":
				landmarks[n.Data]++
			case "img":
				if attr(n, "alt") == "" {
					t.Errorf("%s: a picture without words", lang)
				}
			}
		}
		for _, name := range []string{"header", "nav", "main", "footer"} {
			if landmarks[name] != 1 {
				t.Errorf("%s: %d of landmark %s", lang, landmarks[name], name)
			}
		}
		for id := range refs {
			if !ids[id] {
				t.Errorf("%s: nothing has the id %q, to which something points", lang, id)
			}
		}
	}
}

func TestTables(t *testing.T) {
	n := 0
	for _, node := range nodes(t, written(t, "it")) {
		switch node.Data {
		case "table":
			n++
			if c := node.FirstChild.NextSibling; c == nil || c.Data != "caption" || textOf(c) == "" {
				t.Error("a table without a caption")
			}
			region := node.Parent
			if attr(region, "tabindex") != "0" || attr(region, "role") != "region" || attr(region, "aria-labelledby") == "" {
				t.Error("a table outside a region that the keyboard scrolls")
			}
		case "th":
			want := "col"
			if node.Parent.Parent.Data == "tbody" {
				want = "row"
			}
			if attr(node, "scope") != want {
				t.Errorf("head %q of scope %q", textOf(node), attr(node, "scope"))
			}
		case "svg":
			if attr(node, "role") != "img" || attr(node, "aria-labelledby") == "" {
				t.Error("a drawing without role or words")
			}
		}
	}
	if n != 3 {
		t.Errorf("%d tables", n)
	}
}

// Nothing is loaded from anywhere, and the policy lets through just what the page has.
func TestPolicy(t *testing.T) {
	page := written(t, "it")
	policy := ""
	for _, n := range nodes(t, page) {
		if attr(n, "http-equiv") == "Content-Security-Policy" {
			policy = attr(n, "content")
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("<%s %s=%q>, which the policy forbids", n.Data, a.Key, a.Val)
			case a.Key == "src" || strings.HasSuffix(a.Key, "href"):
				if !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "data:") {
					t.Errorf("<%s %s=%q> leads out of the file", n.Data, a.Key, a.Val)
				}
			}
		}
		switch n.Data {
		case "style", "script":
			if !strings.Contains(policy, digest(textOf(n))) {
				t.Errorf("the policy does not know the %s", n.Data)
			}
		case "link", "iframe", "object", "embed", "form", "base":
			t.Errorf("there is a <%s>", n.Data)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	if strings.Contains(pageCSS+pageJS, "http") || strings.Contains(pageCSS, "url(") || strings.Contains(pageCSS, "@import") {
		t.Error("style or script load something")
	}
}

// What is hidden is nowhere: not in the page, not in the files that it holds.
func TestNothingHiddenIsTold(t *testing.T) {
	for _, lang := range text.Languages {
		page := written(t, lang)
		whole := page
		for _, n := range nodes(t, page) {
			if coded, ok := strings.CutPrefix(attr(n, "href"), "data:text/csv;charset=utf-8;base64,"); ok {
				raw, err := base64.StdEncoding.DecodeString(coded)
				if err != nil {
					t.Fatal(err)
				}
				whole += string(raw)
			}
		}
		if strings.Contains(page, "<script>alert") {
			t.Errorf("%s: a name is taken for a script", lang)
		}
		for _, told := range []string{"987654", "987.654", "987,654"} {
			if strings.Contains(whole, told) {
				t.Errorf("%s: the page tells %s", lang, told)
			}
		}
		want := map[string]string{"it": "\uFEFFColonna istat_code;", "en": "\uFEFFColumn istat_code,"}[lang]
		for _, s := range []string{want, "'=Terni", "prot."} {
			if !strings.Contains(whole, s) {
				t.Errorf("%s: no %q", lang, s)
			}
		}
	}
}

func TestKeys(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"it", "1.234,5", "1234.5"}, {"en", "1,234.5", "1234.5"}, {"it", "84%", "84"}, {"it", "circa 560", "560"},
		{"it", "aprile 2017", "201704"}, {"it", "apr 2017", "201704"}, {"it", "−12", "-12"}, {"it", "+32", "32"},
		{"it", "<5", ""}, {"it", "prot.", ""}, {"it", "n.d.", ""}, {"it", "Perugia", ""}, {"it", "12 su 13", ""}, {"it", "", ""},
	} {
		words, err := text.For(tt.lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := keyOf(tt.text, words); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

// pairs are the colours of text and of marks of focus on what they stand on, and the contrast that WCAG 2.1 AA
// asks for.
var pairs = []struct {
	fore, back string
	least      float64
}{
	{"ink", "bg", 4.5}, {"muted", "bg", 4.5}, {"accent", "bg", 4.5}, {"ink", "panel", 4.5}, {"muted", "panel", 4.5},
	{"white", "ink", 4.5}, {"accent", "panel", 3}, {"line", "bg", 3}, {"line", "panel", 3},
}

var (
	variable = regexp.MustCompile(`--(\w+): #([0-9a-f]{6})`)
	coloured = regexp.MustCompile(`(?:[ ;{])(?:color|background|stroke): ([^;}]+)`)
)

func TestContrast(t *testing.T) {
	colours := map[string]float64{}
	for _, m := range variable.FindAllStringSubmatch(pageCSS, -1) {
		colours[m[1]] = luminance(t, m[2])
	}
	named := map[string]bool{}
	for _, p := range pairs {
		a, b := colours[p.fore], colours[p.back]
		if got := (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05); got < p.least {
			t.Errorf("%s on %s: %.2f, want %.1f", p.fore, p.back, got, p.least)
		}
		named[p.fore], named[p.back] = true, true
	}
	for _, m := range coloured.FindAllStringSubmatch(pageCSS, -1) {
		if name := strings.TrimSuffix(strings.TrimPrefix(m[1], "var(--"), ")"); !named[name] {
			t.Errorf("colour %q is in no pair that is checked", m[1])
		}
	}
	if len(colours) < 6 {
		t.Errorf("only %d colours found", len(colours))
	}
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	lin := func(b uint64) float64 {
		s := float64(b&0xFF) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(v>>16) + 0.7152*lin(v>>8) + 0.0722*lin(v)
}

// A page stays small however many rows an indicator has.
func TestLongTables(t *testing.T) {
	c, words := fixture(t, "it")
	for _, table := range c.Tables {
		for len(table.Rows) < 20_000 {
			table.Rows = append(table.Rows, table.Rows[0])
		}
	}
	c.Tables = c.Tables[1:] // the headline is never long
	raw, err := Write(c, words)
	if err != nil {
		t.Fatal(err)
	}
	if len(raw) > 1<<20 || !strings.Contains(string(raw), "data/reach_by_month.csv") {
		t.Errorf("%d bytes", len(raw))
	}
}
