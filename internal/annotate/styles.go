package annotate

import (
	"regexp"
	"strconv"
	"strings"
)

// styleSheet is the part that holds the looks of cells, with those that are added.
type styleSheet struct {
	name                     string
	doc                      *doc
	prefix                   string
	fonts, fills, xfs        []int // pieces of the elements in their lists
	inFonts, inFills, inXfs  int   // pieces of the lists
	newFonts, newFills, newX []string
	fillOf                   [levels]int
	made                     map[styled]int
	ours                     map[int]bool // looks whose fill an earlier copy of ours has put there
}

type styled struct {
	xf    int
	level Level
}

// Colours of the cells, light enough for black text, and far enough apart to be told in grey: the comment
// says the level in words.
var fillColours = [levels]string{Info: "FFDCE9F7", Warning: "FFFFE699", Error: "FFFFB3B3"}

// cleared is the level of a cell that an earlier copy of ours has coloured and about which nothing is
// said any more.
const cleared = levels

// mostStyles is a little under what Excel takes.
const mostStyles = 64000

const bareStyles = xmlHead + `<styleSheet xmlns="` + mainSpace + `"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`

func (e *editor) readStyles() error {
	s := &styleSheet{name: e.book.relations.find("styles"), made: map[styled]int{}, ours: map[int]bool{}}
	e.styles = s
	raw := []byte(bareStyles)
	var err error
	if s.name != "" {
		if raw, err = e.parts.read(s.name); err != nil {
			return err
		}
	} else {
		s.name = inFolder(folderOf(e.book.name), "styles.xml")
		if e.parts.has(s.name) {
			return odd("there are styles that nothing refers to")
		}
		e.types.declare(s.name, typeStyles)
		e.book.relations.add("styles", s.name)
	}
	if s.doc, err = parse("styles", raw); err != nil {
		return err
	}
	s.prefix = s.doc.pieces[0].prefix()
	for _, list := range []struct {
		name     string
		at       *int
		elements *[]int
	}{{"fonts", &s.inFonts, &s.fonts}, {"fills", &s.inFills, &s.fills}, {"cellXfs", &s.inXfs, &s.xfs}} {
		*list.at = s.doc.first(list.name, 0)
		if *list.at < 0 {
			return odd("the styles have no %s", list.name)
		}
		*list.elements = s.doc.children(*list.at)
	}
	if len(s.fills) == 0 || len(s.xfs) == 0 || len(s.fonts) == 0 {
		return odd("the styles have no look for cells")
	}
	s.findOurs()
	for l, colour := range fillColours {
		s.fillOf[l] = s.fill(colour)
	}
	return nil
}

// findOurs lists the looks that an earlier copy of ours has coloured.
func (s *styleSheet) findOurs() {
	ourFill := map[string]bool{}
	for i, at := range s.fills {
		for _, colour := range fillColours {
			if strings.Contains(string(s.doc.element(at)), `"`+colour+`"`) {
				ourFill[strconv.Itoa(i)] = true
			}
		}
	}
	for i, at := range s.xfs {
		if ourFill[attr(s.doc.pieces[at].raw, "fillId")] {
			s.ours[i] = true
		}
	}
}

// fill adds a plain fill and gives its number.
func (s *styleSheet) fill(colour string) int {
	p := s.prefix
	s.newFills = append(s.newFills, "<"+p+`fill><`+p+`patternFill patternType="solid"><`+p+`fgColor rgb="`+colour+`"/><`+p+`bgColor indexed="64"/></`+p+`patternFill></`+p+`fill>`)
	return len(s.fills) + len(s.newFills) - 1
}

// font adds a font and gives its number.
func (s *styleSheet) font(body string) int {
	s.newFonts = append(s.newFonts, body)
	return len(s.fonts) + len(s.newFonts) - 1
}

// own adds a look for cells of ours: what stands inside the xf's tag, and inside it.
func (s *styleSheet) own(attrs, alignment string) int {
	p := s.prefix
	s.newX = append(s.newX, "<"+p+`xf numFmtId="0" borderId="0" xfId="0" `+attrs+` applyAlignment="1"><`+p+"alignment "+alignment+"/></"+p+"xf>")
	return len(s.xfs) + len(s.newX) - 1
}

// marked gives the look of a cell that is to be coloured: its own in all but the fill, and but for a
// colour of letters that could not be read on it.
func (s *styleSheet) marked(xf int, level Level) int {
	if xf < 0 || xf >= len(s.xfs) {
		xf = 0
	}
	key := styled{xf, level}
	if made, ok := s.made[key]; ok {
		return made
	}
	if len(s.xfs)+len(s.newX) >= mostStyles {
		return xf
	}
	at := s.xfs[xf]
	tag := s.doc.pieces[at].raw
	fill := 0
	if level < levels {
		fill = s.fillOf[level]
		if font, err := strconv.Atoi(attr(tag, "fontId")); err == nil && font >= 0 && font < len(s.fonts) {
			if dark, changed := s.darkened(font); changed {
				tag = setAttr(tag, "fontId", strconv.Itoa(dark))
			}
		}
	}
	tag = setAttr(setAttr(tag, "fillId", strconv.Itoa(fill)), "applyFill", "1")
	rest := s.doc.raw[s.doc.pieces[at].to:s.doc.pieces[s.doc.close(at)].to]
	if s.doc.pieces[at].alone {
		rest = nil
	}
	s.newX = append(s.newX, string(tag)+string(rest))
	s.made[key] = len(s.xfs) + len(s.newX) - 1
	return s.made[key]
}

var colourTag = regexp.MustCompile(`<[A-Za-z0-9]*:?color\b[^>]*>`)

// darkened gives a font like another in black, when the other's letters are light.
func (s *styleSheet) darkened(font int) (int, bool) {
	body := string(s.doc.element(s.fonts[font]))
	tag := colourTag.FindString(body)
	if tag == "" || !isLight(tag) {
		return font, false
	}
	dark := strings.Replace(body, tag, "<"+s.prefix+`color rgb="FF000000"/>`, 1)
	for i, f := range s.newFonts {
		if f == dark {
			return len(s.fonts) + i, true
		}
	}
	return s.font(dark), true
}

// isLight says whether a colour is nearer to white than to black. Of a theme's colours the first and the
// third are the backgrounds', and of the old palette a few are light.
func isLight(tag string) bool {
	if theme := attr([]byte(tag), "theme"); theme != "" {
		return theme == "0" || theme == "2" || strings.HasPrefix(attr([]byte(tag), "tint"), "0.")
	}
	switch attr([]byte(tag), "indexed") {
	case "1", "5", "7", "9", "13", "15", "26", "27", "31", "34", "35", "41", "42", "43", "44":
		return true
	}
	rgb, err := strconv.ParseUint(attr([]byte(tag), "rgb"), 16, 32)
	if err != nil {
		return false
	}
	r, g, b := rgb>>16&0xff, rgb>>8&0xff, rgb&0xff
	return 299*r+587*g+114*b > 128*1000
}

// writeStyles has the styles written after the sheets, which add to them while they are written.
func (e *editor) writeStyles() {
	s := e.styles
	e.parts.putLast(s.name, func() []byte {
		for _, list := range []struct {
			at, n int
			put   []string
		}{{s.inFonts, len(s.fonts), s.newFonts}, {s.inFills, len(s.fills), s.newFills}, {s.inXfs, len(s.xfs), s.newX}} {
			s.doc.grow(list.at, list.n+len(list.put), strings.Join(list.put, ""))
		}
		return s.doc.bytes()
	})
}
