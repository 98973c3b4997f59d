package unseen

import (
	"fmt"
)

// Files: formats, hands, corrected and wrong ones.
var fileStyles = []Style{
	{Name: "csv-italian", Wave: 1, Format: "csv", build: csvItalian},
	{Name: "csv-bom", Wave: 1, Format: "csv", build: csvGoogle},
	{Name: "tsv", Wave: 1, Format: "csv", build: tsv},
	{Name: "calc", Wave: 1, Format: "ods", build: calc},
	{Name: "mac-1904", Wave: 1, build: mac},
	{Name: "revisions", Wave: 1, build: revisions},
	{Name: "not-ours", Wave: 1, build: notOurs},
	{Name: "text-numbers", Wave: 1, build: textNumbers},
}

// simple columns of a list, for styles that are about the file.
func simple() []column {
	return []column{titleCol("Corso"), fromCol("Data inizio"), toCol("Data fine"), surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice fiscale"), bornCol("Data di nascita"),
		serviceCol("Ente", 0), comuneCol("Comune", 0), roleCol("Qualifica", 0), hoursCol("Ore frequentate"), certCol("Attestato", "Sì", "No")}
}

func csvItalian(k *kit) {
	b := k.newBook("corsisti_nov.csv", byExcelIT)
	k.list(b.sheet("csv"), 1, 1, simple(), k.enrol(k.newCourse(2, 3, 4), 12))
	k.add(b)
}

func csvGoogle(k *kit) {
	b := k.newBook("Foglio senza titolo - Partecipanti.csv", byGoogle)
	s := b.sheet("csv")
	s.set(1, 1, "Elenco partecipanti, aggiornato al 31/03/2022")
	k.list(s, 3, 1, simple(), k.enrol(k.newCourse(5, 3, 2.5), 12))
	k.add(b)
}

func tsv(k *kit) {
	b := k.newBook("export_moodle_202203.tsv", byTabs)
	cols := []column{surnameCol("Cognome"), givenCol("Nome"), cfCol("Codice identificativo (CF)"), serviceCol("Istituzione", 0), titleCol("Corso"), outcomeCol("Stato completamento", "Completato", "In corso", "Ritirato")}
	k.list(b.sheet("tsv"), 1, 1, cols, k.enrol(k.newCourse(6, 3, 4), 10))
	k.add(b)
}

func calc(k *kit) {
	b := k.newBook("registro comune.ods", byCalc)
	for i := range 2 {
		c := k.newCourse(3+i, 3, 4).show("title", "start_date", "end_date")
		s := b.sheet(fmt.Sprintf("Foglio%d", i+1))
		s.set(1, 1, "Corso: "+c.title)
		s.merge(1, 1, 1, 6)
		s.line(2, 1, "Dal", date{c.first()}, "Al", date{c.last()})
		cols := []column{surnameCol("Cognome"), givenCol("Nome"), bornCol("Nato il"), cfCol("Codice fiscale"), serviceCol("Ente", 0), comuneCol("Comune", 0), hoursAs("Ore", func(h float64) any { return clock(h) })}
		k.list(s, 5, 1, cols, k.enrol(c, 9))
	}
	k.add(b)
}

func mac(k *kit) {
	b := k.newBook("iscritti mac.xlsx", byMac)
	k.list(b.sheet("Foglio1"), 2, 2, simple(), k.enrol(k.newCourse(8, 3, 4), 10))
	k.add(b)
}

// A file, its correction, and a copy of another one.
func revisions(k *kit) {
	c, d := k.newCourse(2, 3, 4), k.newCourse(3, 3, 4)
	es, others := k.enrol(c, 10), k.enrol(d, 8)
	first := k.newBook("presenze novembre.xlsx", byExcel)
	mark := len(k.set.rows)
	at := len(k.set.problems)
	s := first.sheet("novembre")
	k.list(s, 1, 1, simple(), es)
	s.set(3, 11, "boh")
	k.add(first)
	k.set.rows, k.set.problems = k.set.rows[:mark], k.set.problems[:at]
	second := k.newBook("presenze novembre_CORRETTO.xlsx", byExcel)
	k.list(second.sheet("novembre"), 1, 1, simple(), es)
	k.add(second)
	k.aside(first.path, "superseded", second.path)
	third := k.newBook("presenze dicembre.xlsx", byExcel)
	k.list(third.sheet("dicembre"), 1, 1, simple(), others)
	k.add(third)
	mark = len(k.set.rows)
	copied := k.newBook("inviato di nuovo/presenze dicembre.xlsx", byExcel)
	k.list(copied.sheet("dicembre"), 1, 1, simple(), others)
	k.add(copied)
	k.set.rows = k.set.rows[:mark]
	k.aside(copied.path, "duplicate", third.path)
}

// Last year's file, the empty template, a letter.
func notOurs(k *kit) {
	old := k.newBook("corsisti 2019.xlsx", byExcel)
	c := k.newCourse(0, 3, 4)
	k.set.courses = k.set.courses[:len(k.set.courses)-1]
	for i := range c.days {
		c.days[i] = c.days[i].AddDate(-2, 0, 0)
	}
	mark := len(k.set.rows)
	k.list(old.sheet("2019"), 1, 1, simple(), k.enrol(c, 8))
	k.set.rows = k.set.rows[:mark]
	k.add(old)
	k.aside(old.path, "set_aside|active", "")
	empty := k.newBook("modello vuoto.xlsx", byExcel)
	head(empty.sheet("Dati"), 1, 1, simple())
	k.add(empty)
	k.aside(empty.path, "set_aside|active", "")
	name := k.partner.folder + "/lettera di trasmissione.docx"
	raw, err := pack([2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"word/document.xml", "<document/>"})
	if err == nil {
		k.set.raw[name] = raw
		k.set.sources = append(k.set.sources, sourceTruth{name, "set_aside", "", k.style})
	}
}

// Everything typed as text: dates, numbers with commas, hours in words.
func textNumbers(k *kit) {
	b := k.newBook("dati importati.xlsx", byExcel)
	cols := simple()
	text := asText(func(d date) string { return dmy(d.Time) })
	cols[1], cols[2], cols[6] = cols[1].with(text), cols[2].with(text), cols[6].with(text)
	s := b.sheet("import")
	es := k.enrol(k.newCourse(9, 3, 4.5), 14)
	for i, write := range []func(h float64) any{
		func(h float64) any { return comma(h) },
		func(h float64) any { return comma(h) + " ore" },
		func(h float64) any { return fmt.Sprintf("%dh%02d", int(h), int(h*60)%60) },
		func(h float64) any { return fmt.Sprintf("%d:%02d", int(h), int(h*60)%60) },
		func(h float64) any { return "n. " + comma(h) },
		func(h float64) any { return fmt.Sprintf("%.2f", h) },
		func(h float64) any { return fmt.Sprintf("h %d e %02d'", int(h), int(h*60)%60) },
	} {
		cols[10] = hoursAs("Ore frequentate", write)
		if i == 0 {
			head(s, 1, 1, cols)
		}
		k.rows(s, 2+2*i, 1, cols, es[2*i:2*i+2])
	}
	k.add(b)
}
