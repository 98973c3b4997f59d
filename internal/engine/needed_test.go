package engine

import "testing"

func TestNeeded(t *testing.T) {
	views := []View{{Name: "a", SQL: "SELECT 1"}, {Name: "b", SQL: "SELECT * FROM a"}, {Name: "c", SQL: "SELECT * FROM B"}, {Name: "d", SQL: "SELECT 2"}}
	tests := []struct{ query, want string }{
		{"SELECT * FROM c", "abc"},
		{`SELECT * FROM "B"`, "ab"},
		{"SELECT 1", ""},
		{"select d.x from D", "d"},
		{"SHOW TABLES", "abcd"},
		{"SELECT table_name FROM information_schema.tables", "abcd"},
	}
	for _, tt := range tests {
		got := ""
		for _, v := range Needed(views, tt.query) {
			got += v.Name
		}
		if got != tt.want {
			t.Errorf("Needed(%q) = %q, want %q", tt.query, got, tt.want)
		}
	}
}
