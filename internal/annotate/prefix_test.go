package annotate

import (
	"strings"
	"testing"
)

// Libraries write the drawing of comments under prefixes of their own.
func TestDrawingUnderOtherPrefixes(t *testing.T) {
	const drawing = `<xml xmlns:ns0="urn:schemas-microsoft-com:office:office" xmlns:ns1="urn:schemas-microsoft-com:vml" xmlns:ns2="urn:schemas-microsoft-com:office:excel">` +
		`<ns0:shapelayout ns1:ext="edit"/><ns1:shape id="_x0000_s1026" ns0:insetmode="auto" alt="keep ns1:this"><ns2:ClientData ObjectType="Note"><ns2:Row>4</ns2:Row><ns2:Column>1</ns2:Column></ns2:ClientData></ns1:shape></xml>`
	const usual = `<xml xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<o:shapelayout v:ext="edit"/><v:shape id="_x0000_s1026" o:insetmode="auto" alt="keep ns1:this"><x:ClientData ObjectType="Note"><x:Row>4</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`
	for _, test := range []struct{ name, raw, want string }{
		{"other prefixes", drawing, usual},
		{"the usual ones", usual, usual},
		{"none declared", `<xml><p/></xml>`, `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><p/></xml>`},
	} {
		got, err := usualPrefixes([]byte(test.raw))
		if err != nil || string(got) != test.want {
			t.Errorf("%s: %v\ngot  %s\nwant %s", test.name, err, got, test.want)
		}
	}
	for name, raw := range map[string]string{
		"a usual prefix for something else": `<xml xmlns:v="urn:other"/>`,
		"one prefix for two things":         strings.Replace(drawing, "<ns0:shapelayout", `<ns0:shapelayout xmlns:ns0="urn:other"`, 1),
		"two prefixes for one thing":        strings.Replace(drawing, "<ns0:shapelayout", `<ns0:shapelayout xmlns:ns9="urn:schemas-microsoft-com:vml"`, 1),
	} {
		if got, err := usualPrefixes([]byte(raw)); err == nil {
			t.Errorf("%s: got %s", name, got)
		}
	}

	parts := withComments("<t>x</t>")
	parts["xl/drawings/vmlDrawing1.vml"] = drawing
	_, made := marked(t, pack(t, someSheet, parts), marksOf(note(1, 1, Error, "other")))
	vml := made["xl/drawings/vmlDrawing1.vml"]
	if strings.Contains(vml, "<ns1:") || strings.Count(vml, "<v:shape ") != 2 {
		t.Errorf("the drawing: %s", vml)
	}
}
