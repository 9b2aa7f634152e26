package callflow

import (
	"embed"
	"io/fs"
)

//go:embed testdata/*.story
var shipped embed.FS

// Shipped are the stories that ship with this package: the rules of this
// library, told as situations. Check plays them in every run of its tests.
func Shipped() fs.FS {
	sub, err := fs.Sub(shipped, "testdata")
	if err != nil { // cannot be: the name is a constant
		return shipped
	}
	return sub
}
