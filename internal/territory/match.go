package territory

// How a text was resolved.
type How uint8

const (
	Unknown      How = iota // no comune that we know
	Exact                   // the name, but for case, accents, apostrophes, blanks, "Comune di", "(PG)"; or its code
	Abbreviation            // a short or usual form: "C. di Castello", "Castiglione d/L"
	Repaired                // the name after a broken encoding was undone, or with other words around it
	Place                   // a place inside the comune: "Ponte San Giovanni"
	Near                    // misspelt, and no other name is as near
	Outside                 // a comune of Italy that is not of the region; ISTAT is empty if several have the name
	Several                 // two or more comuni in one cell; Candidates names them
	Ambiguous               // could be one of Candidates
)

var howNames = [...]string{"unknown", "exact", "abbreviation", "repaired", "place", "near", "outside", "several", "ambiguous"}

func (h How) String() string {
	if int(h) < len(howNames) {
		return howNames[h]
	}
	return "unknown"
}

// InRegion says that the match names one comune of the region.
func (h How) InRegion() bool { return h >= Exact && h <= Near }

// A Match is what a text means. ISTAT and Name are empty for Unknown, Several and Ambiguous.
type Match struct {
	ISTAT      string
	Name       string // official name of the comune
	How        How
	Candidates []string // official names, in alphabetical order; for Unknown what the writer may have meant
}
