package normalise

import (
	"strings"

	"formare/internal/config"
)

// An area of the configuration with the texts that name it, folded.
type area struct {
	id    string
	names []string
}

func foldAreas(areas []config.Area) []area {
	out := make([]area, len(areas))
	for i, a := range areas {
		out[i].id = a.ID
		for _, name := range append([]string{a.ID, a.Label}, a.Synonyms...) {
			if f := fold(name); f != "" {
				out[i].names = append(out[i].names, f)
			}
		}
	}
	return out
}

// findArea gives the id of the one area that a text names: by a whole label or synonym; by one that stands
// in the text; by the words' stems ("amministrativo"), beginnings ("Istr.") or a slip of the pen. Of
// several at one level none is chosen.
func findArea(areas []area, text string) (string, bool) {
	f := fold(cut(text, mostName))
	f = strings.TrimPrefix(f, "area ")
	f = strings.TrimPrefix(f, "ambito ")
	if f == "" {
		return "", false
	}
	for _, fits := range []func(text, name string) bool{sameName, sameJoined, holdsName, holdsStems, begins, nearName} {
		found, several := "", false
		for i := range areas {
			for _, name := range areas[i].names {
				if fits(f, name) {
					several = several || found != "" && found != areas[i].id
					found = areas[i].id
				}
			}
		}
		if several {
			return "", false
		}
		if found != "" {
			return found, true
		}
	}
	return "", false
}

func sameName(text, name string) bool { return text == name }

func sameJoined(text, name string) bool {
	return strings.ReplaceAll(text, " ", "") == strings.ReplaceAll(name, " ", "")
}

func holdsName(text, name string) bool {
	return len(name) >= 4 && strings.Contains(" "+text+" ", " "+name+" ")
}

// holdsStems says that every word of a name stands in the text, whatever its last vowel.
func holdsStems(text, name string) bool {
	texts := strings.Fields(text)
	for w := range strings.FieldsSeq(name) {
		found := false
		for _, t := range texts {
			found = found || stem(t) == stem(w)
		}
		if !found {
			return false
		}
	}
	return true
}

func stem(w string) string {
	if len(w) > 4 {
		return strings.TrimRight(w, "aeioh")
	}
	return w
}

// begins says that the words of the text begin those of the name, in their order: "ammin", "soc san",
// "comunic int". Each needs three letters.
func begins(text, name string) bool {
	texts, names := strings.Fields(text), strings.Fields(name)
	if len(texts) > len(names) {
		return false
	}
	for i, t := range texts {
		if len(t) < 3 || !strings.HasPrefix(names[i], t) {
			return false
		}
	}
	return true
}

// nearName says that text and name differ by one letter, or two in long names.
func nearName(text, name string) bool {
	if len(name) < 6 {
		return false
	}
	limit := 1
	if len(name) >= 12 {
		limit = 2
	}
	return editDistance(text, name, limit) <= limit
}

// editDistance counts letters put in, taken out or changed; more than limit comes back as limit+1.
func editDistance(a, b string, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit || len(b) > 120 {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		corner, least := row[0], i
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := corner
			if a[i-1] != b[j-1] {
				cost = 1 + min(corner, row[j], row[j-1])
			}
			corner, row[j] = row[j], cost
			least = min(least, cost)
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}
