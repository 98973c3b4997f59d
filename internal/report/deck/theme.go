package deck

import "formare/internal/figure"

// The scheme's colours by their use, as slides, charts and tables name them.
const (
	ink    = "tx1"
	muted  = "tx2"
	ground = "bg1"
	rule   = "bg2"
)

// toneColors gives each tone of a chart its colour of the scheme.
var toneColors = map[figure.Tone]string{
	figure.ToneAccent: "accent1", figure.ToneAccent2: "accent2", figure.ToneContext: "accent3", figure.ToneShort: "accent4",
	figure.ToneHigh: "accent2", figure.ToneMiddle: "accent5", figure.ToneLow: "accent6", figure.ToneInk: ink,
}

// themePart gives colours and fonts. On dark ground the roles of dark and light are turned by the
// master's map, so that both themes name their colours alike.
func themePart(name string, c figure.Colors, dark bool) []byte {
	inkSlot, groundSlot, mutedSlot, ruleSlot := "a:dk1", "a:lt1", "a:dk2", "a:lt2"
	if dark {
		inkSlot, groundSlot, mutedSlot, ruleSlot = groundSlot, inkSlot, ruleSlot, mutedSlot
	}
	colors := map[string]string{
		inkSlot: c.Ink, groundSlot: c.Ground, mutedSlot: c.Muted, ruleSlot: c.Grid,
		"a:accent1": c.Accent, "a:accent2": c.Accent2, "a:accent3": c.Context, "a:accent4": c.Short, "a:accent5": c.Middle, "a:accent6": c.Low,
		"a:hlink": c.Accent, "a:folHlink": c.Accent2,
	}
	scheme := el("a:clrScheme", at("name", name))
	for _, slot := range []string{"a:dk1", "a:lt1", "a:dk2", "a:lt2", "a:accent1", "a:accent2", "a:accent3", "a:accent4", "a:accent5", "a:accent6", "a:hlink", "a:folHlink"} {
		scheme.kids = append(scheme.kids, el(slot, val("a:srgbClr", colors[slot])))
	}
	font := func(slot string) node {
		return el(slot, el("a:latin", at("typeface", "Arial")), el("a:ea", at("typeface", "")), el("a:cs", at("typeface", "")))
	}
	flat := el("a:solidFill", val("a:schemeClr", "phClr"))
	line := func(w int) node { return el("a:ln", at("w", w), flat, val("a:prstDash", "solid")) }
	plain := el("a:effectStyle", el("a:effectLst"))
	return el("a:theme", at("xmlns:a", nsA), at("name", name),
		el("a:themeElements", scheme,
			el("a:fontScheme", at("name", name), font("a:majorFont"), font("a:minorFont")),
			el("a:fmtScheme", at("name", name),
				el("a:fillStyleLst", flat, flat, flat), el("a:lnStyleLst", line(9525), line(19050), line(28575)),
				el("a:effectStyleLst", plain, plain, plain), el("a:bgFillStyleLst", flat, flat, flat)))).part()
}

func colorMap(dark bool) node {
	to := []string{"lt1", "dk1", "lt2", "dk2"}
	if dark {
		to = []string{"dk1", "lt1", "dk2", "lt2"}
	}
	n := el("p:clrMap", at("bg1", to[0]), at("tx1", to[1]), at("bg2", to[2]), at("tx2", to[3]))
	for _, c := range []string{"accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"} {
		n.attrs = append(n.attrs, at(c, c))
	}
	return n
}
