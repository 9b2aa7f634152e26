// Package callflowtest runs call stories as tests: one subtest a story.
package callflowtest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

// Rewrite is the environment variable that makes RunDir rewrite stories that
// are not borne out, so that what is so can be reviewed as a difference.
const Rewrite = "CALLFLOW_REWRITE"

// Run plays every *.story file of a file system, each as a subtest named after
// its file. A file system without a story fails: it checks nothing.
func Run(t *testing.T, fsys fs.FS) {
	t.Helper()
	all, err := callflow.Stories(fsys)
	if err != nil {
		t.Error(err)
	}
	if len(all) == 0 {
		t.Fatal("no *.story file that can be read")
	}
	for _, s := range all {
		t.Run(strings.TrimSuffix(s.File, ".story"), func(t *testing.T) {
			if err := s.Play(nil); err != nil {
				t.Error(err)
			}
		})
	}
}

// RunDir is Run on a folder. With CALLFLOW_REWRITE=1 in the environment it
// rewrites the lines that are not borne out first: only they change.
func RunDir(t *testing.T, dir string) {
	t.Helper()
	if os.Getenv(Rewrite) == "1" {
		if err := rewrite(dir); err != nil {
			t.Fatal(err)
		}
	}
	Run(t, os.DirFS(dir))
}

func rewrite(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.story"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		fixed, err := callflow.Rewrite(filepath.Base(file), string(text))
		if err != nil {
			return err
		}
		if fixed != string(text) {
			if err := os.WriteFile(file, []byte(fixed), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
