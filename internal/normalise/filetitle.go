package normalise

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"formare/internal/finding"
	"formare/internal/register"
)

// A workbook may tell its course in nothing but its file's name: "2021-11 Corso Ascolto e accoglienza.xlsx".

var (
	titleInFile = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:corso|seminario|laboratorio|workshop|convegno|webinar)(?:\s+(?:di formazione|di|su|sul|sulla|dal titolo))?[\s_:–-]+(\p{L}.*)$`)
	notOfTitle  = regexp.MustCompile(`(?i)\s*(?:\(\d+\)|[-_ ]*\b(?:rev|v|ver|copia|def|definitivo|finale|corretto|ed|edizione)[\s._-]*\d*|[-_ ]*\d{1,4}(?:[-_./]\d{1,4})*)\s*$`)
)

// fileTitle gives the title that a file's name tells behind a word for a course, "" when it tells none.
func fileTitle(file string) string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	m := titleInFile.FindStringSubmatch(strings.ReplaceAll(name, "_", " "))
	if m == nil {
		return ""
	}
	title := m[1]
	for range 3 {
		title = strings.TrimRight(notOfTitle.ReplaceAllString(title, ""), " -–,.")
	}
	words := 0
	for _, w := range strings.Fields(fold(title)) {
		if slices.Contains(monthNames[:], w) {
			return "" // "corso maggio 2022" is no title
		}
		if len(w) >= 4 {
			words++
		}
	}
	if words < 2 {
		return ""
	}
	return squeeze(title)
}

// titleFromFile names the one course of a source that nothing else names, and says so.
func (n *Normaliser) titleFromFile() {
	for _, c := range n.courses.list {
		if c.code != "" || c.title != "" {
			return
		}
	}
	if len(n.courses.list) != 1 || len(n.tables) == 0 {
		return
	}
	title := fileTitle(n.ctx.File)
	if title == "" {
		return
	}
	c, t := n.courses.list[0], n.tables[0].of
	c.title = n.read.title(title)
	c.folded = fold(c.title)
	n.findAt(place{t.Sheet.Name, t.HeaderFirst, 0}, register.CourseTitle, title, problem{rule: finding.CourseFromHeading})
}
