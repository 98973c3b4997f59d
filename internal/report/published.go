package report

import (
	"os"
	"path/filepath"
)

// Published is a report that lies in its folder, as a source of files that need not be made again.
type Published struct {
	dir   string
	files map[string]ManifestFile
}

// OpenPublished looks at the report in a folder. One that is not there, is damaged or was made by another
// version has nothing to give; so has a nil one.
func OpenPublished(dir, version string) *Published {
	p := &Published{dir: dir, files: map[string]ManifestFile{}}
	manifest, err := ReadManifest(dir)
	if err != nil || manifest == nil || manifest.Version != version {
		return p
	}
	for _, f := range manifest.Files {
		p.files[f.Name] = f
	}
	return p
}

// same gives the published content of a file that was made from the same, or nil. What somebody changed
// in the folder is not what was published.
func (p *Published) same(f File) []byte {
	if p == nil || f.From == "" || p.files[f.Name].From != f.From {
		return nil
	}
	raw, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(f.Name)))
	if err != nil || HashOf(raw) != p.files[f.Name].SHA256 {
		return nil
	}
	return raw
}
