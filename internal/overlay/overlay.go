// Package overlay has the go command build other text in place of files, which
// stay as they are.
package overlay

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Write puts texts into dir, each under the absolute path of the file that it
// stands for, and gives the name of the list that go's -overlay takes. A file
// that is not there is built as if it were.
func Write(dir string, texts map[string][]byte) (list string, err error) {
	var l struct{ Replace map[string]string }
	l.Replace = map[string]string{}
	for file, text := range texts {
		by := filepath.Join(dir, fmt.Sprintf("%d.go", len(l.Replace)))
		if err := os.WriteFile(by, text, 0o600); err != nil {
			return "", err
		}
		l.Replace[file] = by
	}
	all, err := json.Marshal(l)
	if err != nil {
		return "", err
	}
	list = filepath.Join(dir, "overlay.json")
	return list, os.WriteFile(list, all, 0o600)
}
