package figure

import (
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"sync"

	"git.sr.ht/~sbinet/gg"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// pngScale is how many pixels of the picture a px of the layout has.
const pngScale = 2

// PNG writes the drawing at twice its size, with the text alternative inside.
func (d *Drawing) PNG(w io.Writer) error {
	img, err := d.raster()
	if err != nil {
		return fmt.Errorf("png: %w", err)
	}
	defer images.Put(img)
	if err := writePNG(w, img, d.Title, d.Alt); err != nil {
		return fmt.Errorf("png: %w", err)
	}
	return nil
}

// Thumbnail writes the drawing as a PNG of the given width in pixels, at most that of PNG: for pages
// and overviews.
func (d *Drawing) Thumbnail(w io.Writer, width int) error {
	img, err := d.raster()
	if err != nil {
		return fmt.Errorf("png: %w", err)
	}
	defer images.Put(img)
	full := img.Bounds()
	width = max(1, min(width, full.Dx()))
	small := image.NewRGBA(image.Rect(0, 0, width, max(1, full.Dy()*width/full.Dx())))
	xdraw.CatmullRom.Scale(small, small.Bounds(), img, full, xdraw.Src, nil)
	if err := writePNG(w, small, d.Title, d.Alt); err != nil {
		return fmt.Errorf("png: %w", err)
	}
	return nil
}

// raster draws on one image: vgimg left to itself makes three of 33 MB.
func (d *Drawing) raster() (*image.RGBA, error) {
	c := d.canvas
	img := blank(int(c.w)*pngScale, int(c.h)*pngScale)
	ctx := gg.NewContextForRGBA(img)
	ctx.SetLineCapButt()
	ctx.InvertY()
	// vgimg paints what it is given white, which one pixel is enough for: it draws through ctx.
	pixel := img.SubImage(image.Rect(0, 0, 1, 1)).(*image.RGBA)
	s := &pngSink{
		ctx: ctx, img: img, faces: c.faces, grid: grid{h: c.h}, measure: c.measure, cache: map[faceKey]font.Face{},
		c: vgimg.NewWith(vgimg.UseDPI(96*pngScale), vgimg.UseImageWithContext(pixel, ctx)),
	}
	xdraw.Draw(img, img.Bounds(), image.NewUniform(c.bg), image.Point{}, xdraw.Src)
	if err := c.replay(s); err != nil {
		return nil, err
	}
	return img, nil
}

// images are kept for the next picture: a new one of 33 MB takes longer to come by than most drawings.
var images sync.Pool

// blank gives an image of a size whose pixels hold anything.
func blank(w, h int) *image.RGBA {
	if img, ok := images.Get().(*image.RGBA); ok && cap(img.Pix) >= 4*w*h {
		return &image.RGBA{Pix: img.Pix[:4*w*h], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
	}
	return image.NewRGBA(image.Rect(0, 0, w, h))
}

type pngSink struct {
	c       *vgimg.Canvas
	ctx     *gg.Context
	img     *image.RGBA
	faces   faces
	grid    grid
	measure func(string, style) float64
	cache   map[faceKey]font.Face
}

type faceKey struct {
	size float64
	bold bool
}

func (s *pngSink) fill(path vg.Path, col color.RGBA) error {
	s.c.SetColor(col)
	s.c.Fill(path)
	return nil
}

func (s *pngSink) stroke(path vg.Path, o op) error {
	if o.round {
		s.ctx.SetLineCapRound()
		defer s.ctx.SetLineCapButt()
	}
	strokeOn(s.c, path, o)
	return nil
}

func (s *pngSink) text(o op) error {
	p := o.paths[0][0]
	switch w := s.measure(o.text, o.style); o.style.align {
	case Centre:
		p.X -= w / 2
	case Right:
		p.X -= w
	}
	face, err := s.face(o.style)
	if err != nil {
		return err
	}
	// Straight onto the picture: vgimg would resample every glyph, five times slower.
	d := font.Drawer{
		Dst: s.img, Src: image.NewUniform(o.style.color), Face: face,
		Dot: fixed.Point26_6{X: fixed.Int26_6(math.Round(p.X * pngScale * 64)), Y: fixed.Int26_6(math.Round(p.Y * pngScale * 64))},
	}
	d.DrawString(o.text)
	return nil
}

// halo writes the text once in every direction.
func (s *pngSink) halo(o op) error {
	at := o.paths[0][0]
	for k := range 24 {
		sin, cos := math.Sincos(math.Pi / 12 * float64(k))
		o.paths = [][]point{{{at.X + o.width*cos, at.Y + o.width*sin}}}
		if err := s.text(o); err != nil {
			return err
		}
	}
	return nil
}

// face gives a weight in a size, made once for each picture.
func (s *pngSink) face(st style) (font.Face, error) {
	key := faceKey{st.size, st.bold}
	if f, ok := s.cache[key]; ok {
		return f, nil
	}
	f, err := opentype.NewFace(s.faces.of(st.bold), &opentype.FaceOptions{Size: st.size * pngScale, DPI: 72})
	if err != nil {
		return nil, err
	}
	s.cache[key] = f
	return f, nil
}

// image scales with a filter: an emblem of 2,000 pixels would be jagged otherwise.
func (s *pngSink) image(o op) error {
	a, b := o.paths[0][0], o.paths[0][1]
	to := image.Rect(int(a.X*pngScale+0.5), int(a.Y*pngScale+0.5), int(b.X*pngScale+0.5), int(b.Y*pngScale+0.5))
	xdraw.CatmullRom.Scale(s.img, to, o.img, o.img.Bounds(), xdraw.Over, nil)
	return nil
}

func (s *pngSink) group(string) error { return nil }
func (s *pngSink) endGroup() error    { return nil }
