package page

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// By hand: FORMARE_PAGE looks at a page that is there, FORMARE_SHOTS keeps pictures in a folder, FORMARE_AXE
// names axe-core's script, whose check of accessibility is then asked for.

// browser opens the page in a Chromium, if there is one. What matters is tested without as well.
func browser(t *testing.T) context.Context {
	t.Helper()
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		t.Skip("no Chromium is installed: the page was not opened in a browser")
	}
	dir, err := os.MkdirTemp("", "formare-browser")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) }) // a browser that is going away may still write there
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.UserDataDir(dir))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx, chromedp.WithListener(func(ev any) {
		if entry, ok := ev.(*log.EventEntryAdded); ok {
			t.Errorf("the browser says: %s", entry.Entry.Text)
		}
	}))
	t.Cleanup(stop)
	file := os.Getenv("FORMARE_PAGE")
	if file == "" {
		file = filepath.Join(t.TempDir(), "report.html")
		if err := os.WriteFile(file, []byte(written(t, "it")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, ctx, chromedp.Navigate("file://"+file), chromedp.WaitReady("#quality"))
	return ctx
}

func run(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

func ask[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	return get(t, ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
}

func get[T any](t *testing.T, ctx context.Context, action chromedp.Action[T]) T {
	t.Helper()
	answer, err := chromedp.Run(ctx, action)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func TestInBrowser(t *testing.T) {
	ctx := browser(t)
	t.Run("widths", func(t *testing.T) { widths(t, ctx) })
	t.Run("keyboard", func(t *testing.T) { keyboard(t, ctx) })
	t.Run("tooltips", func(t *testing.T) { tooltips(t, ctx) })
	t.Run("print", func(t *testing.T) { printed(t, ctx) })
	t.Run("axe", func(t *testing.T) { axe(t, ctx) })
	t.Run("without script", func(t *testing.T) { withoutScript(t, ctx) })
}

// Nothing makes the page scroll sideways, from a narrow phone to a projector, and no figure is drawn twice.
func widths(t *testing.T, ctx context.Context) {
	for _, width := range []int64{320, 360, 768, 1920} {
		run(t, ctx, chromedp.EmulateViewport(width, 900))
		wide := ask[string](t, ctx, `(function () {
			var most = document.documentElement.clientWidth, out = [];
			if (document.documentElement.scrollWidth <= most) { return ''; }
			document.querySelectorAll('body *').forEach(function (e) {
				if (e.getBoundingClientRect().right > most + 1 && !e.closest('.table, .drawing')) { out.push(e.tagName + '.' + e.className); }
			});
			return 'page of ' + document.documentElement.scrollWidth + ': ' + out.join(' ');
		})()`)
		if wide != "" {
			t.Errorf("at %d: %s", width, wide)
		}
		if n := ask[int](t, ctx, `Array.from(document.querySelectorAll('.figure')).filter(function (f) {
			return Array.from(f.querySelectorAll('.drawing')).filter(function (d) { return d.offsetParent; }).length !== 1 }).length`); n > 0 {
			t.Errorf("at %d: %d figures are not drawn once", width, n)
		}
		shot(t, ctx, fmt.Sprintf("page-%d.png", width))
	}
}

func shot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	dir := os.Getenv("FORMARE_SHOTS")
	if dir == "" {
		return
	}
	picture := get(t, ctx, chromedp.FullScreenshot(100))
	if err := os.WriteFile(filepath.Join(dir, name), picture, 0o600); err != nil {
		t.Fatal(err)
	}
}

const focused = `(function () { var e = document.activeElement; return e.className || e.id || e.tagName; })()`

// keyboard walks the page with keys alone: skip link, then every stop; a table is sorted both ways and back.
func keyboard(t *testing.T, ctx context.Context) {
	run(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.KeyEvent(kb.Tab))
	if got := ask[string](t, ctx, focused); got != "skip" {
		t.Errorf("the first stop is %q", got)
	}
	run(t, ctx, chromedp.KeyEvent(kb.Enter))
	if got := ask[string](t, ctx, focused); got != "in" {
		t.Errorf("the skip link leads to %q", got)
	}
	column := func() []string {
		return ask[[]string](t, ctx, `Array.from(document.activeElement.closest('table').tBodies[0].rows).map(function (r) {
			return r.cells[document.activeElement.closest('th').cellIndex].textContent; })`)
	}
	stops := 0
	for ; stops < 60 && ask[string](t, ctx, `document.activeElement.tagName`) != "BUTTON"; stops++ {
		run(t, ctx, chromedp.KeyEvent(kb.Tab))
		if ask[bool](t, ctx, `(function () { var s = getComputedStyle(document.activeElement); return s.outlineStyle === 'none'; })()`) {
			t.Errorf("stop %d cannot be seen", stops)
		}
	}
	if stops == 60 {
		t.Fatal("no button was reached")
	}
	run(t, ctx, chromedp.KeyEvent(kb.Tab)) // the second column: numbers, one of them hidden
	before := column()
	for _, press := range []string{"ascending", "descending", ""} {
		run(t, ctx, chromedp.KeyEvent(map[string]string{"descending": " "}[press]+map[bool]string{true: kb.Enter}[press != "descending"]))
		if got := ask[string](t, ctx, `document.activeElement.closest('th').getAttribute('aria-sort') || ''`); got != press {
			t.Errorf("aria-sort is %q, want %q", got, press)
		}
		after := column()
		if os.Getenv("FORMARE_PAGE") != "" {
			continue
		}
		want := map[string]string{"ascending": "520 1.200 <5", "descending": "1.200 520 <5", "": strings.Join(before, " ")}[press]
		if got := strings.Join(after, " "); got != want {
			t.Errorf("%s: %s, want %s", press, got, want)
		}
	}
}

func tooltips(t *testing.T, ctx context.Context) {
	run(t, ctx, chromedp.EmulateViewport(1280, 900))
	if !ask[bool](t, ctx, `(function () { var all = Array.from(document.querySelectorAll('.wide[tabindex="0"]'));
		var d = all[all.length - 1]; if (d) { d.focus(); } return !!d; })()`) {
		t.Fatal("no drawing takes the focus")
	}
	tip := `(function () { var t = document.getElementById('tip'); return t.hidden ? '' : t.textContent; })()`
	run(t, ctx, chromedp.KeyEvent(kb.ArrowRight))
	first := ask[string](t, ctx, tip)
	run(t, ctx, chromedp.KeyEvent(kb.ArrowRight))
	second, said := ask[string](t, ctx, tip), ask[string](t, ctx, `document.getElementById('said').textContent`)
	if first == "" || second == "" || first == second || said != second {
		t.Errorf("the arrows read %q, then %q; said %q", first, second, said)
	}
	run(t, ctx, chromedp.KeyEvent(kb.Escape))
	if got := ask[string](t, ctx, tip); got != "" {
		t.Errorf("%q does not go away", got)
	}
}

func printed(t *testing.T, ctx context.Context) {
	pdf := get(t, ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if !strings.HasPrefix(string(pdf), "%PDF-") || len(pdf) < 10_000 {
		t.Errorf("printed %d bytes", len(pdf))
	}
	if dir := os.Getenv("FORMARE_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "page.pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func axe(t *testing.T, ctx context.Context) {
	file := os.Getenv("FORMARE_AXE")
	if file == "" {
		t.Skip("FORMARE_AXE does not name axe-core's script")
	}
	script, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []int64{360, 1280} {
		run(t, ctx, chromedp.EmulateViewport(width, 900))
		ask[int](t, ctx, string(script)+";0")
		answer := ask[string](t, ctx, `axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(function (r) {
			function brief(l) { return l.map(function (v) { return v.id + ' (' + v.impact + '): ' + v.nodes.length + ' ' + v.nodes[0].html.slice(0, 160) + ' ' + (v.nodes[0].any[0] || v.nodes[0].all[0] || v.nodes[0].none[0] || {}).message; }); }
			return JSON.stringify({violations: brief(r.violations), incomplete: brief(r.incomplete), passes: r.passes.length}); })`)
		var told struct {
			Violations, Incomplete []string
			Passes                 int
		}
		if err := json.Unmarshal([]byte(answer), &told); err != nil {
			t.Fatal(err)
		}
		for _, v := range told.Violations {
			t.Errorf("at %d: %s", width, v)
		}
		t.Logf("at %d: %d rules pass; to be looked at: %q", width, told.Passes, told.Incomplete)
	}
}

// withoutScript sees every row of every table, and no button.
func withoutScript(t *testing.T, ctx context.Context) {
	run(t, ctx, func(ctx context.Context, tab *chromedp.Target) (none chromedp.Void, err error) {
		_, err = cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return none, err
	}, chromedp.Reload(), chromedp.WaitReady("#quality"))
	content := get(t, ctx, chromedp.OuterHTML("html"))
	rows, buttons := strings.Count(content, "<tr>"), strings.Count(content, "<button")
	if rows < 10 || buttons > 0 {
		t.Errorf("%d rows and %d buttons", rows, buttons)
	}
}
