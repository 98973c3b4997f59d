package normalise

import (
	"strings"
	"unicode"
)

// title gives a course's title or a venue as a reader should see it. One that is all in capitals, as
// programs and hurried hands write it, becomes a sentence: capitals are left to its first letter, to
// initials that everybody writes so, and to names of the region. All else stays as reported.
func (r *reader) title(text string) string {
	if !shouted(text) {
		return text
	}
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = r.calm(w)
	}
	r.nameComuni(words)
	first := []rune(words[0])
	for i, c := range first {
		if unicode.IsLetter(c) {
			first[i] = unicode.ToUpper(c)
			break
		}
	}
	words[0] = string(first)
	return strings.Join(words, " ")
}

// shouted says that a text of two words or more has letters and no small one.
func shouted(text string) bool {
	letters := 0
	for _, c := range text {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters >= 6 && strings.ContainsRune(text, ' ')
}

// calm writes one word in small letters, and "E'" as "è"; initials and names stay.
func (r *reader) calm(w string) string {
	bare := strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if initials(bare) {
		return w
	}
	if i := strings.IndexAny(bare, "'’"); i > 0 && i < len(bare)-1 && initials(strings.TrimLeft(bare[i:], "'’")) {
		return strings.ToLower(w[:strings.Index(w, bare)+i]) + w[strings.Index(w, bare)+i:] // "dell'INPS"
	}
	lower := strings.ToLower(w)
	switch strings.ToLower(bare) {
	case "umbria", "italia", "europa", "perugia", "terni":
		return strings.Replace(lower, strings.ToLower(bare), bare[:1]+strings.ToLower(bare[1:]), 1)
	}
	return accented(lower)
}

// accented turns the apostrophe that stands for an accent at a word's end into the accent: "citta'".
// "po'", "mo'" and the like keep it; "perché" and its kin have an acute accent.
func accented(w string) string {
	for _, mark := range []string{"'", "’", "`"} {
		i := strings.LastIndex(w, mark)
		if i < 1 || strings.TrimLeft(w[i+len(mark):], ".,;:!?)\"»”") != "" {
			continue
		}
		stem := w[:i]
		switch {
		case stem == "po" || stem == "mo" || stem == "di" || stem == "fa" || stem == "va" || stem == "sta" || stem == "da":
			return w
		case strings.HasSuffix(stem, "che") && stem != "che":
			return stem[:len(stem)-1] + "é" + w[i+len(mark):]
		}
		if at := strings.IndexByte("aeiou", stem[len(stem)-1]); at >= 0 {
			return stem[:len(stem)-1] + []string{"à", "è", "ì", "ò", "ù"}[at] + w[i+len(mark):]
		}
	}
	return w
}

// initials are words that everybody writes in capitals, and any without a vowel.
func initials(w string) bool {
	switch strings.ReplaceAll(w, ".", "") {
	case "FAD", "SPRAR", "SIPROIMI", "SAI", "CAS", "USL", "ASL", "AUSL", "URP", "CPIA", "MSNA", "ATA", "PEI", "BES", "DSA", "UE", "FAMI", "FEI",
		"ANCI", "INPS", "INAIL", "ISEE", "CAF", "TULPS", "GDPR", "HIV", "ONU", "OIM", "UNHCR", "UNAR", "LGBT", "ONG", "UEPE", "UTG", "FELCOS",
		"ARIS", "CSC", "ARCI", "ACLI", "CIDIS", "LIM", "ICT", "PON", "RSA", "OSS", "OMS", "EU", "DUBLINO III", "I", "II", "III", "IV", "V", "VI":
		return w != "I" // the article, more often than the figure
	}
	if len(w) < 2 || len(w) > 5 {
		return false
	}
	digit := false
	for _, c := range w {
		switch {
		case strings.ContainsRune("AEIOUÀÈÉÌÒÙ", c):
			return len(w) == 2 && digit
		case c >= '0' && c <= '9':
			digit = true
		case c < 'A' || c > 'Z':
			return false
		}
	}
	return true
}

// nameComuni gives the names of the region's comuni their capitals back.
func (r *reader) nameComuni(words []string) {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = fold(w)
	}
	for i := range words {
		for n := min(r.comuni.longest, len(words)-i); n > 0; n-- {
			name, ok := r.comuni.byWords[strings.Join(folded[i:i+n], " ")]
			if !ok {
				continue
			}
			for j, part := range strings.Fields(name) {
				if j < n && (n > 1 || len(part) > 4) && strings.EqualFold(fold(words[i+j]), fold(part)) {
					words[i+j] = part + trailing(words[i+j])
				}
			}
			break
		}
	}
}

// trailing gives the punctuation that a word ends with.
func trailing(w string) string {
	end := strings.TrimRight(w, ".,;:!?)\"»”")
	return w[len(end):]
}
