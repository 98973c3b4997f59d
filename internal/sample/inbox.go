package sample

import (
	"fmt"
	"os"
	"path/filepath"
)

// writeInbox writes every partner's workbooks of one unit and says how many.
func writeInbox(dir string, w *world, log *record) (int, error) {
	out := &outbox{dir: filepath.Join(dir, "data", "inbox")}
	for _, layout := range []func(*world, *record, *outbox){
		layoutRegione, layoutAnci, layoutFelcos, layoutAlisei, layoutAris, layoutCsc,
	} {
		layout(w, log, out)
	}
	if w.unit == 0 {
		sendStrays(w, log, out)
	}
	return out.n, out.err
}

// outbox sends workbooks; after a failure it sends no more.
type outbox struct {
	dir string
	n   int
	err error
}

func (o *outbox) send(b *book) []byte {
	if o.err != nil {
		return nil
	}
	raw, err := b.bytes()
	if err != nil {
		o.err = fmt.Errorf("%s: %w", b.path, err)
		return nil
	}
	o.put(b.path, raw)
	return raw
}

func (o *outbox) put(path string, raw []byte) {
	to := filepath.Join(o.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		o.err = err
		return
	}
	if err := os.WriteFile(to, raw, 0o644); err != nil {
		o.err = err
		return
	}
	o.n++
}

// tag keeps the files of a larger world's units apart.
func (w *world) tag() string {
	if w.unit == 0 {
		return ""
	}
	return fmt.Sprintf("-sede%03d", w.unit+1)
}

// of lists a partner's courses whose month is one of those from first to last (indices).
func (w *world) of(partner string, first, last int) []*course {
	var out []*course
	for _, c := range w.courses {
		if m := c.month(); c.partner == partner && m >= months[first] && m <= months[last] {
			out = append(out, c)
		}
	}
	return out
}

// spans calls back for each workbook of a partner that covers size months, if it has any course.
func (w *world) spans(partner string, size int, write func(first, last int, courses []*course)) {
	for first := 0; first < len(months); first += size {
		last := first + size - 1
		if courses := w.of(partner, first, last); len(courses) > 0 {
			write(first, last, courses)
		}
	}
}

// monthTitle gives "aprile 2017".
func monthTitle(i int) string {
	m := months[i]
	n := int(m[5]-'0')*10 + int(m[6]-'0')
	return monthNames[n-1] + " " + m[:4]
}

var kindsPlain = map[string]string{"corso": "Corso", "incontro": "Incontro", "workshop": "Workshop", "seminario": "Seminario", "fad": "FAD"}

var areasPlain = map[string][]string{
	"istruzione": {"Istruzione"}, "socio-sanitaria": {"Socio-sanitaria"}, "amministrativa": {"Amministrativa"},
	"interculturale": {"Comunicazione interculturale"}, "giuridica": {"Giuridica"},
}

var areasFree = map[string][]string{
	"istruzione": {"Istruzione", "Scuola", "Area scolastica"}, "socio-sanitaria": {"Socio-sanitaria", "Sociosanitaria", "SOCIO SANITARIA"},
	"amministrativa": {"Amministrativa", "Front office", "Amministrativa di front-office"},
	"interculturale": {"Comunicazione interculturale", "Interculturale", "Mediazione interculturale"}, "giuridica": {"Giuridica", "Area giuridica", "Legale"},
}

var statusesItalian = map[string]string{"completed": "Completato", "attended": "Frequentante", "withdrawn": "Ritirato", "enrolled": "Iscritto"}

func fields(cols []column) []string {
	out := make([]string, len(cols))
	for i, c := range cols {
		out[i] = c.head
	}
	return out
}

// find gives the place of a field among the columns, from 1.
func find(cols []column, field string) int {
	for i, c := range cols {
		if c.field == field {
			return i + 1
		}
	}
	return 0
}
