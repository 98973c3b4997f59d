package normalise

// honorific says that a word is a title that people write before or behind a name.
func honorific(w string) bool {
	switch w {
	case "ING", "ARCH", "GEOM", "RAG", "SSA", "RA", "MR", "MRS", "MS", "SUOR", "DON", "ISP", "ISPETTORE", "COMM", "CAV", "MONS", "SIGG",
		"ISPETTRICE", "SOVR", "MLLO", "MARESCIALLO", "PADRE":
		return true
	}
	return titleAnywhere(w)
}

// titleAnywhere says that a word is no name wherever it stands.
func titleAnywhere(w string) bool {
	switch w {
	case "DOTT", "DOTTSSA", "DR", "DRSSA", "DOTTORE", "DOTTORESSA", "PROF", "PROFSSA", "PROFESSORE", "PROFESSORESSA",
		"SIG", "SIGRA", "SIGNA", "SIGNOR", "SIGNORA", "AVV", "AVVOCATO", "DSSA", "EGR", "GENT", "GENTMA", "GENTMO":
		return true
	}
	return false
}

// bareName takes off a name's words what is no part of it, and leaves at least so many: titles, a husband's name
// ("ROSSI IN BIANCHI"), a nickname ("DETTO PINO").
func bareName(words []string, least int) []string {
	for i := 0; i < len(words); i++ {
		switch {
		case len(words) <= least:
		case i > 0 && nicknamed(words[i]) && i >= least:
			words = words[:i]
		case i > 0 && i+1 < len(words) && married(words[i], len(words)):
			end := i + 2
			for end < len(words) && nameParticle(words[end-1]) {
				end++
			}
			if len(words)-(end-i) >= least {
				words = append(words[:i:i], words[end:]...)
				i--
			}
		case words[i] == "NATA" && i > 0 && i+least < len(words):
			words = words[i+1:]
			i = -1
		case titleAnywhere(words[i]) || words[i] == "D" && i+1 < len(words) && words[i+1] == "SSA" || (words[i] == "ASS" || words[i] == "ISP") && i+1 < len(words) && words[i+1] == "CAPO":
			end := i + 1
			if end < len(words) && ending(words[end]) {
				end++
			}
			if len(words) > end-i {
				words = append(words[:i:i], words[end:]...)
				i--
			}
		}
	}
	return stripTitles(words)
}

func nicknamed(w string) bool { return w == "DETTO" || w == "DETTA" || w == "ALIAS" }

// married says that a husband's name follows; "CON" only in a long name, for it may be one.
func married(w string, words int) bool {
	switch w {
	case "IN", "VED", "VEDOVA", "CONIUGATA", "CONIUG", "CGT", "SPOSATA":
		return true
	case "CON":
		return words > 3
	}
	return false
}

// ending says that a word ends the title before it: "DOTT SSA", "SIG RA", "GENT MA".
func ending(w string) bool {
	switch w {
	case "SSA", "RA", "NA", "MA", "MO", "CAPO":
		return true
	}
	return false
}

// stripTitles takes honorifics off the front and the end of a name's words. "Dott.ssa" comes as the
// words DOTT and SSA.
func stripTitles(words []string) []string {
	for len(words) > 1 && honorific(words[0]) && !(words[0] == "RA" && len(words) == 2) && !(words[0] == "DON" && len(words) < 3) {
		words = words[1:]
	}
	for len(words) > 1 && honorific(words[len(words)-1]) && len(words[len(words)-1]) > 2 && words[len(words)-1] != "DON" {
		words = words[:len(words)-1]
	}
	return words
}
