package deck

import "strings"

// A face is how a run of text looks; size is in hundredths of a point, 0 is the placeholder's own.
type face struct {
	size  int
	bold  bool
	color string // a scheme colour; "" is the placeholder's own
	align string // "", "ctr", "r"
}

func scheme(color string) node {
	return el("a:solidFill", val("a:schemeClr", color))
}

// look gives the properties of runs: of the element's name a:rPr, a:defRPr or a:endParaRPr.
func (f face) look(name, lang string) node {
	n := el(name)
	if lang != "" {
		n.attrs = append(n.attrs, at("lang", lang))
	}
	if f.size > 0 {
		n.attrs = append(n.attrs, at("sz", f.size))
	}
	if f.bold {
		n.attrs = append(n.attrs, at("b", 1))
	}
	if f.color != "" {
		n.kids = append(n.kids, scheme(f.color))
	}
	return n
}

func (d *deck) paragraph(text string, f face) node {
	p := el("a:p")
	if f.align != "" {
		p.kids = append(p.kids, el("a:pPr", at("algn", f.align)))
	}
	f.size = d.points(f.size)
	if text == "" {
		return el("a:p", p.kids, f.look("a:endParaRPr", d.locale()))
	}
	return el("a:p", p.kids, el("a:r", f.look("a:rPr", d.locale()), el("a:t", text)))
}

// paragraphs writes one for each line.
func (d *deck) paragraphs(text string, f face) []node {
	var all []node
	for _, line := range strings.Split(text, "\n") {
		all = append(all, d.paragraph(line, f))
	}
	return all
}

func (d *deck) locale() string {
	if d.words.Lang == "it" {
		return "it-IT"
	}
	return "en-GB"
}
