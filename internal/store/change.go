package store

// A Change says in figures what a source's next version changed.
type Change struct {
	Added   int          `json:"rows_added"`
	Removed int          `json:"rows_removed"`
	Changed int          `json:"rows_changed"`
	Same    int          `json:"rows_same"`
	Solved  Counts       `json:"solved"`
	Gone    int          `json:"gone"` // of the solved: their rows are not in the new file at all
	Still   Counts       `json:"still"`
	New     Counts       `json:"new"`
	Rules   []RuleChange `json:"rules"` // those with findings, by id
}

// A RuleChange is a Change of one rule's findings.
type RuleChange struct {
	Rule   string `json:"rule"`
	Solved int    `json:"solved"`
	Still  int    `json:"still"`
	New    int    `json:"new"`
}
