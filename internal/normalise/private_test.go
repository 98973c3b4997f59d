package normalise

import (
	"strings"
	"testing"
)

func TestRedactHidesPeopleInOtherColumns(t *testing.T) {
	n := New(testContext(t), nil, nil)
	tests := []struct {
		field, value, used string
		hidden             bool
	}{
		{"comune", "Prova Giuseppe", "", true},
		{"hours_attended", "GIUSEPPE", "", true},
		{"comune", "prvgpp80a01g478x", "", true},
		{"status", "giuseppe.prova@example.org", "attended", true},
		{"comune", "Borgo Inventato", "", false},
		{"comune", "Santa Maria degli Angeli", "Assisi", false},
		{"hours_attended", "da verificare", "", false},
		{"surname", "Prova", "", true},
	}
	for _, tt := range tests {
		if got := n.redact(tt.field, tt.value, tt.used); strings.Contains(got, "•") != tt.hidden {
			t.Errorf("redact(%s, %q, %q) = %q", tt.field, tt.value, tt.used, got)
		}
	}
}
