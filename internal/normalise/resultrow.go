package normalise

import (
	"formare/internal/finding"
	"formare/internal/register"
	"formare/internal/workbook"
)

// result reads what became of the person on the course.
func (n *Normaliser) result(p *pending) {
	n.hoursAttended(p)
	n.status(p)
	n.certificate(p)
	for i, f := range scaledFields {
		n.scaled(p, i, f)
	}
	n.sessionMarks(p)
}

func (n *Normaliser) hoursAttended(p *pending) {
	c, i := n.cell(register.HoursAttended)
	if c == nil {
		n.unknownHours()
		return
	}
	d, ok := n.read.hours(c)
	if n.table.minutes[i] {
		if v, plain := number(c); plain {
			d, ok = duration{hours: v / 60}, v >= 0
		}
	}
	switch {
	case ok && d.isShare:
		share := d.share
		p.ShareAttended, p.shareCol = &share, n.valueCol(i)
	case ok:
		h := d.hours
		p.HoursAttended, p.hoursCol = &h, n.valueCol(i)
	default:
		n.wordForHours(p, c, i)
	}
}

// unknownHours tells of words such as "n.d." in the place of hours: the hours may be known to somebody.
// A dash or nothing at all only says that there are none.
func (n *Normaliser) unknownHours() {
	for _, i := range n.table.fields[register.HoursAttended] {
		if c := &n.row.Cells[i]; c.Kind == workbook.Text && fold(c.Text) != "" {
			n.find(i, problem{rule: finding.HoursInvalid})
		}
	}
}

// undecided tells of an outcome that is still to be decided: somebody will have to tell it.
func (n *Normaliser) undecided() {
	for _, i := range n.table.fields[register.Status] {
		if c := &n.row.Cells[i]; c.Kind == workbook.Text && fold(c.Text) == "da definire" {
			n.find(i, problem{rule: finding.ChoiceUnknown})
		}
	}
}

// wordForHours reads "assente", "P" or "ritirato" where hours should stand.
func (n *Normaliser) wordForHours(p *pending, c *workbook.Cell, i int) {
	if c.Kind == workbook.Text {
		f := fold(c.Text)
		if out, ok := n.read.outcomeText(c.Text); ok && out.share == nil && !bare(f) {
			p.Status = out.status
			return
		}
		switch {
		case n.read.lex.absent[f]:
			none := 0.0
			p.HoursAttended = &none
			return
		case n.read.lex.present[f], tick(c.Text), f == "tutte", f == "intero", f == "completo":
			p.Status = "attended"
			return
		}
	}
	n.find(i, problem{rule: finding.HoursInvalid})
}

func (n *Normaliser) status(p *pending) {
	c, i := n.cell(register.Status)
	if c == nil {
		n.undecided()
		n.statusByLabel(p)
		return
	}
	out, ok := n.read.outcome(c, n.table.of.Columns[i].Header)
	if !ok {
		n.find(i, problem{rule: finding.ChoiceUnknown})
		return
	}
	if out.status != "" {
		p.Status = out.status
	}
	if out.certificate != nil {
		p.Certificate = out.certificate
	}
	if out.share != nil && p.ShareAttended == nil {
		p.ShareAttended, p.shareCol = out.share, n.valueCol(i)
	}
}

func (n *Normaliser) certificate(p *pending) {
	if len(n.table.fields[register.Certificate]) == 0 {
		return
	}
	c, i := n.cell(register.Certificate)
	if c == nil {
		p.noCert = p.Certificate == nil && !n.dashed(register.Certificate)
		if !p.noCert && p.Certificate == nil {
			n.setCertificate(p, false) // a dash is a no
		}
		return
	}
	yes, ok := n.read.yesNo(c)
	if !ok && c.Kind == workbook.Text {
		if out, known := n.read.outcomeText(c.Text); known {
			yes, ok = out.status == "completed", true
		}
	}
	if !ok {
		n.find(i, problem{rule: finding.ChoiceUnknown})
		return
	}
	n.setCertificate(p, yes)
}

func (n *Normaliser) setCertificate(p *pending, yes bool) {
	p.Certificate = &yes
	if yes {
		n.table.yes++
	} else {
		n.table.no++
	}
}

// dashed says that the cell of a field has something in it that stands for nothing.
func (n *Normaliser) dashed(f register.Field) bool {
	for _, i := range n.table.fields[f] {
		if c := &n.row.Cells[i]; c.Kind == workbook.Text && len(fold(c.Text)) == 0 && squeeze(c.Text) != "" {
			return true
		}
	}
	return false
}

// scaled reads a score, a rating or a share of presence. What it is out of may be known only when the
// column has been seen.
func (n *Normaliser) scaled(p *pending, k int, f register.Field) {
	c, i := n.cell(f)
	if c == nil {
		return
	}
	m, ok := n.read.mark(c)
	if !ok {
		if k == shareScale && c.Kind == workbook.Text {
			n.wordForHours(p, c, i)
			return
		}
		n.find(i, problem{rule: finding.ShareInvalid})
		return
	}
	p.scores[k], p.scoreCol[k], p.has[k] = m, n.valueCol(i), true
	if m.scale == 0 {
		n.table.scales[k].most = max(n.table.scales[k].most, m.value)
		n.table.scales[k].seen.add(m.value)
		n.table.scales[k].parts = n.table.scales[k].parts || m.value > 0 && m.value < 1
	}
}

// statusByLabel takes what a line above the row says of it: "Ritirati".
func (n *Normaliser) statusByLabel(p *pending) {
	if text, _ := n.ofPerson(register.Status); text != "" && p.Status == "" {
		if out, ok := n.read.outcomeText(text); ok {
			p.Status = out.status
		}
	}
}
