package pipeline

import (
	"path"
	"slices"
	"strings"

	"formare/internal/config"
	"formare/internal/store"
)

// told gives what the configuration says about a file, merged over all entries that match it, or nil.
func (j *job) told(file string) *config.Source {
	var out *config.Source
	for i := range j.cfg.Settings.Sources {
		s := &j.cfg.Settings.Sources[i]
		if !matches(s.File, file) {
			continue
		}
		if out == nil {
			out = &config.Source{File: file, Columns: map[string]string{}}
		}
		if s.Partner != "" {
			out.Partner = s.Partner
		}
		if s.Month != "" {
			out.Month = s.Month
		}
		out.Ignore = out.Ignore || s.Ignore
		out.Accept = out.Accept || s.Accept
		for header, field := range s.Columns {
			out.Columns[header] = field
		}
	}
	return out
}

// supersessions lists which file corrects which, as the configuration tells it.
func (j *job) supersessions() store.Told {
	told := store.Told{}
	for _, s := range j.cfg.Settings.Sources {
		if s.Supersedes != "" {
			told[s.Supersedes] = s.File
		}
	}
	return told
}

// toldToReaders is what of the partners decides how a workbook is read: not which months they were quiet.
func toldToReaders(partners []config.Partner) []config.Partner {
	out := slices.Clone(partners)
	for i := range out {
		out[i].Quiet = nil
	}
	return out
}

// toldOfFiles is the same of what is told of files: not which corrects which.
func toldOfFiles(sources []config.Source) []config.Source {
	out := []config.Source{}
	for _, s := range sources {
		s.Supersedes, s.Accept, s.Ignore = "", false, false
		if s.Partner != "" || s.Month != "" || len(s.Columns) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// matches compares a path with a pattern part by part; "**" stands for any parts, also none.
func matches(pattern, file string) bool {
	return matchParts(strings.Split(pattern, "/"), strings.Split(file, "/"))
}

func matchParts(pattern, file []string) bool {
	for i, part := range pattern {
		if part == "**" {
			for skip := i; skip <= len(file); skip++ {
				if matchParts(pattern[i+1:], file[skip:]) {
					return true
				}
			}
			return false
		}
		if i >= len(file) {
			return false
		}
		if ok, err := path.Match(part, file[i]); (err != nil || !ok) && part != file[i] {
			return false
		}
	}
	return len(pattern) == len(file)
}
