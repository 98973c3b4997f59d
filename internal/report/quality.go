package report

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"formare/internal/finding"
	"formare/internal/text"
)

// Message tells a finding in the catalogue's language, unless it was told already.
func Message(words *text.Catalogue, f finding.Finding) string {
	if f.Message != "" {
		return f.Message
	}
	pairs := []string{"value", asWritten(words, f, f.Value), "used", asWritten(words, f, f.Used), "field", FieldName(words, f.Field),
		"row", strconv.Itoa(f.Row), "cell", f.Cell, "sheet", f.Sheet}
	keys := make([]string, 0, len(f.Args))
	for k := range f.Args {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		v := f.Args[k]
		if k == "with" || k == "next" || k == "known" { // fields that a value does not agree with
			names := strings.Split(v, ", ")
			for i := range names {
				names[i] = FieldName(words, names[i])
			}
			v = words.List(names)
		}
		pairs = append(pairs, k, v)
	}
	return words.Msg("rule."+string(f.Rule), pairs...)
}

// asWritten gives a finding's value as people write it. What stood in a cell stays as it was; what was
// found across sources comes from tables, and gets the language's numbers and days.
func asWritten(words *text.Catalogue, f finding.Finding, value string) string {
	if f.Cell != "" {
		return value
	}
	if day, err := time.Parse(time.DateOnly, value); err == nil {
		return words.Day(day)
	}
	if whole, decimals, ok := strings.Cut(value, "."); ok && digits(whole) && digits(decimals) {
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			return words.Number(n, len(decimals))
		}
	}
	return value
}

func digits(s string) bool {
	return s != "" && len(s) < 10 && strings.Trim(s, "0123456789") == ""
}

// FieldName gives the name of a register's field as people call it.
func FieldName(words *text.Catalogue, field string) string {
	if id := "field." + field; words.Has(id) {
		return words.Msg(id)
	}
	return field
}

// QualityFolder is where under a report lies what goes back to a partner. What belongs to no partner
// stands in quality/altro.
func QualityFolder(partner string) string {
	if partner == "" {
		partner = "altro"
	}
	return "quality/" + partner
}

// qualityFiles lists the findings, a file for each partner: quality/<partner>/segnalazioni.csv.
func qualityFiles(words *text.Catalogue, findings []finding.Finding) ([]File, error) {
	byPartner := map[string][][]string{}
	head := []string{}
	for _, id := range []string{"severity", "file", "sheet", "cell", "row", "field", "value", "used", "message", "rule"} {
		head = append(head, words.Msg("quality."+id))
	}
	for _, f := range findings {
		partner := f.Partner
		row := ""
		if f.Row > 0 {
			row = strconv.Itoa(f.Row)
		}
		byPartner[partner] = append(byPartner[partner], []string{
			words.Msg("severity." + f.Severity().String()), f.File, f.Sheet, f.Cell, row,
			FieldName(words, f.Field), asWritten(words, f, f.Value), asWritten(words, f, f.Used), Message(words, f), string(f.Rule),
		})
	}
	partners := make([]string, 0, len(byPartner))
	for p := range byPartner {
		partners = append(partners, p)
	}
	slices.Sort(partners)
	var files []File
	for _, p := range partners {
		file, err := csvFile(QualityFolder(p)+"/segnalazioni.csv", slices.Concat([][]string{head}, byPartner[p]))
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}
