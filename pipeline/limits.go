package pipeline

import (
	"cmp"
	"time"

	"formare/internal/config"
	"formare/internal/workbook"
)

// limits turns the configuration's bounds into those of the reader.
func (j *job) limits() workbook.Limits {
	l := j.cfg.Settings.Limits
	return workbook.Limits{
		FileBytes: int64(l.FileMB) << 20, InflatedBytes: int64(l.UnpackedMB) << 20, Ratio: int64(l.Ratio),
		Rows: l.Rows, Cells: int64(l.Cells), TextBytes: l.TextKB << 10, Depth: l.Depth,
	}
}

// readingTime is how long one file may be read. It is far beyond what any register takes, and only there
// so that a file which finds a slow way through the program does not hold up all others.
func (j *job) readingTime() time.Duration {
	return time.Duration(j.seconds()) * time.Second
}

func (j *job) seconds() int {
	return cmp.Or(j.cfg.Settings.Limits.Seconds, config.Default().Limits.Seconds)
}

// overTime and overLimit tell in the user's language what a file has too much of.
func (j *job) overTime() string {
	return j.words.Msg("limit.seconds", "n", j.words.Int(j.seconds()))
}

func (j *job) overLimit(err error) string {
	limit, most := workbook.LimitOf(err)
	if limit == "" {
		return j.words.Msg("limit.other")
	}
	return j.words.Msg("limit."+string(limit), "n", j.words.Int(int(most)))
}
