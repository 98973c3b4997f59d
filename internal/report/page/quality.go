package page

import "formare/internal/text"

// quality tells what came, what is wrong with it, and from whom something is missing.
func (v *view) quality(q Quality, words *text.Catalogue) {
	v.QualityText = []string{
		words.Count("page.quality.files", q.Files, "active", words.Count("run.active", q.Active),
			"superseded", words.Count("page.quality.superseded", q.Superseded), "aside", words.Count("page.quality.aside", q.SetAside)),
		words.Msg("page.quality.findings", "errors", words.Count("run.errors", q.Errors),
			"warnings", words.Count("run.warnings", q.Warnings), "infos", words.Count("run.infos", q.Infos)),
		words.Msg("page.quality.about"),
	}
	for i, id := range []string{"partner", "received", "missing", "files", "errors", "warnings"} {
		v.PartnerHeads = append(v.PartnerHeads, cell{Text: words.Msg("page.partner." + id), Right: i == 1 || i > 2})
	}
	count := func(n int) cell { return cell{Text: words.Int(n), Key: keyOf(words.Int(n), words), Right: true} }
	for _, p := range q.Partners {
		missing := words.Msg("page.partner.none")
		if len(p.Missing) > 0 {
			var names []string
			for _, m := range p.Missing {
				names = append(names, words.MonthYear(m))
			}
			missing = words.List(names)
		}
		received := count(p.Received)
		received.Text = words.Msg("page.partner.of", "n", received.Text, "total", words.Int(p.Months))
		v.Partners = append(v.Partners, []cell{{Text: p.Name}, received, {Text: missing}, count(p.Files), count(p.Errors), count(p.Warnings)})
	}
}
