package normalise

import (
	"regexp"
	"strings"
)

var (
	// beforeTimes is what stands before a time of coming, or between two spans of one day.
	beforeTimes = regexp.MustCompile(`^(?:\b(?:dalle ore|dalle|dal|ore|orario|from|mattin[ao]|pomeriggio|sera|e|and|h)\b|[\s,;/+&|\\:.-])*`)
	fromTo      = regexp.MustCompile(`^(\d{1,2})(?:[:.,h](\d{2})?(?::\d{2})?)?\s*([ap]m)?\s*(-|/|\balle ore|\balle|\bal|\ba|\bto|\s)\s*(?:ore|h)?\.?\s*(\d{1,2})(?:[:.,h](\d{2})?(?::\d{2})?)?\s*([ap]m)?\b`)
)

// timesOfDay adds up the spans of one day: "9-13", "dalle 9.00 alle 13.00", "9:00-13:00/14:00-18:00",
// "9-13 e 14-18". A duration that follows them may only say the same again.
func timesOfDay(s string) (sum float64, ok bool) {
	spans := 0
	for {
		s = s[len(beforeTimes.FindString(s)):]
		m := fromTo.FindStringSubmatch(s)
		if m == nil {
			break
		}
		h, real := span24(m)
		if !real {
			return 0, false
		}
		sum += h
		spans++
		s = s[len(m[0]):]
	}
	if spans > 0 && s != "" {
		h, same := oneDuration(s)
		if !same || h-sum > 0.01 || sum-h > 0.01 {
			return 0, false
		}
	}
	return sum, spans > 0
}

// span24 gives the hours between the two times of a match of fromTo.
func span24(m []string) (float64, bool) {
	minutes := m[2] != "" || m[6] != ""
	if strings.TrimSpace(m[4]) == "" && (m[2] == "" || m[6] == "") || m[4] == "/" && !minutes {
		return 0, false
	}
	from, to := float(m[1])+float(m[2])/60, float(m[5])+float(m[6])/60
	if m[3] == "pm" && from < 12 {
		from += 12
	}
	if m[7] == "pm" && to < 12 {
		to += 12
	}
	if float(m[2]) >= 60 || float(m[6]) >= 60 || to > 24 || to <= from {
		return 0, false
	}
	return to - from, true
}
