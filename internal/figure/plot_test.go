package figure_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"formare/internal/figure"
)

var (
	viewBox  = regexp.MustCompile(`^<svg viewBox="0 ([\d.]+) [\d.]+ ([\d.]+)" lang="it" role="img"`)
	textLine = regexp.MustCompile(`<text [^>]*\by="-([\d.]+)"`)
)

// A plot has all that the figure shows and nothing of what stands around it, no text of it is cut off, and
// nothing that a content security policy forbids.
func TestPlot(t *testing.T) {
	all := tables(t)
	for _, spec := range specs(t) {
		if spec.Kind == figure.Choropleth {
			continue // no boundaries
		}
		for _, size := range figure.Sizes() {
			d, _, err := figure.Draw(spec, all, context(t, "it"), size, figure.Light)
			if err != nil || d == nil {
				t.Fatal(spec.ID, err)
			}
			plot := string(render(t, d.Plot))
			box := viewBox.FindStringSubmatch(plot)
			if box == nil {
				t.Fatalf("%s %s begins with %.80s", spec.ID, size, plot)
			}
			top, _ := strconv.ParseFloat(box[1], 64)
			height, _ := strconv.ParseFloat(box[2], 64)
			lines := textLine.FindAllStringSubmatch(plot, -1)
			for _, m := range lines {
				up, _ := strconv.ParseFloat(m[1], 64)
				if y := 810 - up; y < top+12 || y > top+height-4 { // gonum counts from below
					t.Errorf("%s %s: a text at %v is outside of %v…%v", spec.ID, size, y, top, top+height)
				}
			}
			if len(lines) < 5 || strings.Contains(plot, "style=") || strings.Contains(plot, d.Source+"</text>") || strings.Contains(plot, ">"+d.Title+"</text>") {
				t.Errorf("%s %s: %d texts, or styles, or what stands around it", spec.ID, size, len(lines))
			}
		}
	}
}
