//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// A cost is what one process took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes of memory at most
}

// once runs a command to its end; code 3 of formare means that it found something in the data.
func once(argv []string) (cost, []byte, error) {
	cmd := exec.Command(argv[0], argv[1:]...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	start := time.Now()
	err := cmd.Run()
	c := cost{wall: time.Since(start)}
	if state := cmd.ProcessState; state != nil {
		c.cpu = state.UserTime() + state.SystemTime()
		if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
			c.peak = int64(usage.Maxrss)
			if runtime.GOOS != "darwin" {
				c.peak *= 1024
			}
		}
		if state.ExitCode() == 3 {
			err = nil
		}
	}
	if err != nil {
		return c, nil, fmt.Errorf("%s: %w\n%s", strings.Join(argv, " "), err, errs.Bytes())
	}
	return c, out.Bytes(), nil
}

// A contender is one way of doing the work.
type contender struct {
	name  string
	argv  []string
	slow  bool // run once
	ready func() error
	costs []cost
}

// turns runs the contenders one after the other, round after round, so that a busy minute of the machine
// meets all of them.
func turns(list []*contender, rounds int) error {
	for round := range rounds {
		for _, c := range list {
			if c.slow && round > 0 {
				continue
			}
			if c.ready != nil {
				if err := c.ready(); err != nil {
					return err
				}
			}
			took, _, err := once(c.argv)
			if err != nil {
				return err
			}
			c.costs = append(c.costs, took)
		}
	}
	return nil
}

// median of what one of the costs is, over the rounds.
func (c *contender) median(of func(cost) float64) float64 {
	values := make([]float64, len(c.costs))
	for i := range c.costs {
		values[i] = of(c.costs[i])
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// report prints the medians, and how many times the first contender's each is.
func report(title string, list []*contender) {
	fmt.Printf("\n%s, %s\n", title, time.Now().Format("2 January 2006"))
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\twall s\tCPU s\tpeak MB\t× wall\t× CPU\truns\t")
	wall, cpu := func(c cost) float64 { return c.wall.Seconds() }, func(c cost) float64 { return c.cpu.Seconds() }
	for _, c := range list {
		fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%.0f\t%.2f\t%.2f\t%d\t\n", c.name, c.median(wall), c.median(cpu),
			c.median(func(c cost) float64 { return float64(c.peak) / 1e6 }),
			c.median(wall)/list[0].median(wall), c.median(cpu)/list[0].median(cpu), len(c.costs))
	}
	w.Flush()
}
