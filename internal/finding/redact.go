package finding

import "strings"

// personal lists the register fields whose cell text identifies a person.
var personal = map[string]bool{
	"surname": true, "given_name": true, "full_name": true, "codice_fiscale": true, "birth_date": true,
	"birth_place": true, "email": true, "phone": true, "address": true,
}

// Personal says whether values of a field must be redacted wherever they are written.
func Personal(field string) bool { return personal[field] }

// Redact hides a personal value but keeps what helps to find the fault: how many characters it has.
// Values of other fields come back unchanged, shortened to 120 runes.
func Redact(field, value string) string {
	r := []rune(strings.TrimSpace(value))
	if len(r) == 0 {
		return ""
	}
	if Personal(field) {
		return strings.Repeat("•", min(len(r), 24))
	}
	if len(r) > 120 {
		return string(r[:119]) + "…"
	}
	return string(r)
}
