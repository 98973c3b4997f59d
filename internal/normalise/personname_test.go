package normalise

import (
	"strings"
	"testing"
)

func TestFoldName(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Rossi", "ROSSI"}, {"  rossi  ", "ROSSI"}, {"D’Angelo", "D'ANGELO"}, {"D' Angelo", "D'ANGELO"}, {"D`Angelo", "D'ANGELO"}, {"D´Angelo", "D'ANGELO"},
		{"Nicolò", "NICOLO"}, {"NICOLO'", "NICOLO"}, {"Nicolo´", "NICOLO"}, {"Nicolo`", "NICOLO"}, {"Dell'Orso", "DELL'ORSO"}, {"DELL' ORSO", "DELL'ORSO"},
		{"Paparelli-Sacchi", "PAPARELLI SACCHI"}, {"M.Grazia", "M GRAZIA"}, {"Łukasz", "LUKASZ"}, {"Müller", "MULLER"}, {"Weiß", "WEISS"}, {"Ðorđević", "DORDEVIC"},
		{"Søren", "SOREN"}, {"Bianchi (ritirata)", "BIANCHI"}, {"Rossi*", "ROSSI"}, {"Şahin Çelik", "SAHIN CELIK"}, {"Иванова", ""}, {"O'Brien", "O'BRIEN"},
		{"De\u00a0Luca", "DE LUCA"}, {"Sant'Angelo", "SANT'ANGELO"}, {"NICCOLO' MARIA", "NICCOLO MARIA"},
	}
	for _, tt := range tests {
		if got := foldName(tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// split parts a full name as a row without codice fiscale would, in a column that says nothing else.
func split(l *Lexicon, text string, cf string) string {
	words, comma := l.nameWords(text)
	if comma > 0 {
		return strings.Join(words[:comma], " ") + " | " + strings.Join(words[comma:], " ")
	}
	if s, g, order := splitByCF(words, cf); order != orderUnknown {
		return s + " | " + g
	}
	order := l.orderByLexicon(words)
	if order == orderUnknown {
		order = surnameFirst
	}
	s, g := l.splitByOrder(words, order)
	return s + " | " + g
}

func TestFullNames(t *testing.T) {
	r := testReader(t)
	tests := []struct{ text, cf, want string }{
		{"Rossi Maria", "", "ROSSI | MARIA"}, {"Maria Rossi", "", "ROSSI | MARIA"}, {"ROSSI, MARIA", "", "ROSSI | MARIA"},
		{"Dott.ssa Maria Rossi", "", "ROSSI | MARIA"}, {"Rossi Maria, dott.ssa", "", "ROSSI | MARIA"},
		{"De Luca Anna", "", "DE LUCA | ANNA"}, {"Anna De Luca", "", "DE LUCA | ANNA"}, {"Rossi M. Grazia", "", "ROSSI | M GRAZIA"},
		{"Rossi Maria Grazia", "", "ROSSI | MARIA GRAZIA"}, {"Maria Grazia Rossi", "", "ROSSI | MARIA GRAZIA"}, {"Garcia Lopez Carlos", "", "GARCIA LOPEZ | CARLOS"},
		{"Zxq Wvy", "", "ZXQ | WVY"}, {"De Zxq Wvy Abc", "", "DE ZXQ | WVY ABC"}, {"Prof. Avv. Luca Bianchi", "", "BIANCHI | LUCA"},
		{"Romano Bruno", "RMNBRN80A01G478?", "ROMANO | BRUNO"}, {"Bruno Romano", "RMNBRN80A01G478?", "ROMANO | BRUNO"}, {"Bruno Romano", "BRNRMN80A01G478?", "BRUNO | ROMANO"},
		{"D'Angelo Maria", "", "D'ANGELO | MARIA"}, {"El Amrani Fatima", "", "EL AMRANI | FATIMA"}, {"Fatima El Amrani", "", "EL AMRANI | FATIMA"},
		{"Rossi", "", "ROSSI | "},
	}
	for _, tt := range tests {
		if got := split(r.lex, tt.text, tt.cf); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func FuzzFullName(f *testing.F) {
	for _, s := range []string{"Rossi Maria", "D' Angelo, Dott.ssa Maria", "((", "De", "'", "Иванова Мария", "a ' b"} {
		f.Add(s)
	}
	r := testReader(f)
	f.Fuzz(func(t *testing.T, s string) {
		words, comma := r.lex.nameWords(s)
		if comma > len(words) {
			t.Fatalf("%q: comma at %d of %d", s, comma, len(words))
		}
		for _, w := range words {
			if strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ'") != "" {
				t.Fatalf("%q: word %q", s, w)
			}
		}
		for _, order := range []nameOrder{surnameFirst, givenFirst} {
			surname, given := r.lex.splitByOrder(words, order)
			if len(words) > 1 && (surname == "" || given == "") {
				t.Fatalf("%q: %q %q", s, surname, given)
			}
		}
		splitByCF(words, "RSSMRA85T10A562S")
	})
}
