package annotate

import (
	"bytes"
	"regexp"
)

// vmlSpaces are the namespaces of a drawing of comments, by the prefixes that Excel gives them.
var vmlSpaces = [...]struct{ prefix, space string }{
	{"v", "urn:schemas-microsoft-com:vml"},
	{"o", "urn:schemas-microsoft-com:office:office"},
	{"x", "urn:schemas-microsoft-com:office:excel"},
}

var (
	xmlTag     = regexp.MustCompile(`<[^!?<>][^<>]*>`)
	vmlDeclare = regexp.MustCompile(`\bxmlns:([\w.-]+)\s*=\s*["']([^"'<>]*)["']`)
	vmlPrefix  = regexp.MustCompile(`^([\s</])([\w.-]+):`)
	vmlRoot    = regexp.MustCompile(`<xml\b[^<>]*>`)
)

// usualPrefixes gives a drawing with its namespaces under the prefixes that Excel gives them: libraries that
// write workbooks have others (ns0, ns1…), and this package looks for shapes by Excel's.
func usualPrefixes(raw []byte) ([]byte, error) {
	usual := map[string]string{} // by namespace
	for _, s := range vmlSpaces {
		usual[s.space] = s.prefix
	}
	become, taken := map[string]string{}, map[string]string{}
	declared := map[string]bool{}
	for _, m := range vmlDeclare.FindAllSubmatch(raw, -1) {
		prefix, space := string(m[1]), string(m[2])
		if other, twice := taken[prefix]; twice && other != space {
			return nil, odd("the drawing of the comments has one prefix for two things")
		}
		taken[prefix] = space
		to, known := usual[space]
		if known && declared[space] && become[prefix] == "" {
			return nil, odd("the drawing of the comments has two prefixes for one thing")
		}
		if known {
			become[prefix], declared[space] = to, true
		}
	}
	missing := ""
	for _, s := range vmlSpaces {
		if other, there := taken[s.prefix]; there && become[s.prefix] == "" {
			return nil, odd("the drawing of the comments calls %s %s", other, s.prefix)
		}
		if !declared[s.space] {
			missing += " xmlns:" + s.prefix + `="` + s.space + `"`
		}
	}
	raw = renamed(raw, become)
	if missing == "" {
		return raw, nil
	}
	root := vmlRoot.FindIndex(raw)
	if root == nil {
		return nil, odd("the drawing of the comments is in other words")
	}
	return splice(raw, root[0]+len("<xml"), root[0]+len("<xml"), missing), nil
}

// renamed gives XML with other prefixes in its tags.
func renamed(raw []byte, become map[string]string) []byte {
	same := true
	for from, to := range become {
		same = same && from == to
	}
	if same {
		return raw
	}
	return xmlTag.ReplaceAllFunc(raw, func(tag []byte) []byte {
		tag = vmlDeclare.ReplaceAllFunc(tag, func(declaration []byte) []byte {
			m := vmlDeclare.FindSubmatch(declaration)
			if to := become[string(m[1])]; to != "" {
				return []byte(`xmlns:` + to + `="` + string(m[2]) + `"`)
			}
			return declaration
		})
		var out bytes.Buffer
		quote := byte(0)
		for at := 0; at < len(tag); at++ {
			c := tag[at]
			switch {
			case quote != 0 && c == quote:
				quote = 0
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case quote == 0:
				if m := vmlPrefix.FindSubmatch(tag[at:]); m != nil && become[string(m[2])] != "" {
					out.WriteString(string(m[1]) + become[string(m[2])] + ":")
					at += len(m[0]) - 1
					continue
				}
			}
			out.WriteByte(c)
		}
		return out.Bytes()
	})
}
