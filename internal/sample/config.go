package sample

import _ "embed"

// configuration is the sample's formare.yaml, as an analyst would write it, with comments.
//
//go:embed formare.yaml
var configuration []byte
