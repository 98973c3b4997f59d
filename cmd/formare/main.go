// Command formare turns the Excel workbooks of a training programme's partners into tables, indicators
// and figures. This package owns flags, the terminal and exit codes; it must not know how anything is
// done.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := Do(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
