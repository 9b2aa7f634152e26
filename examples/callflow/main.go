// Command callflow plays call stories as a timeline: who talks, who is on
// hold, what each agent may press, and why not.
//
//	callflow                plays a story that ships with it
//	callflow FILE…          plays story files
//	callflow -list          lists the shipped stories
//	callflow -story NAME    plays a shipped story
//	callflow -all           plays them all
//	callflow -json          prints one JSON object a step
//	callflow -rewrite FILE… writes what is so into the lines that say otherwise
//
// It exits with 1 where a story is not borne out, and with 2 where one cannot
// be read; what is wrong goes to standard error as file:line.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
)

const first = "consult-becomes-transfer"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, errOut io.Writer) int {
	flags := flag.NewFlagSet("callflow", flag.ContinueOnError)
	flags.SetOutput(errOut)
	list := flags.Bool("list", false, "list the shipped stories")
	name := flags.String("story", first, "play this shipped story")
	all := flags.Bool("all", false, "play every shipped story")
	rewrite := flags.Bool("rewrite", false, "write into the files what is so, where it is not as they say, and in place of each ?")
	asJSON := flags.Bool("json", false, "print one JSON object a step")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *list {
		return printList(out, errOut)
	}
	if *rewrite {
		return rewriteFiles(flags.Args(), errOut)
	}
	stories, err := read(flags.Args(), *name, *all)
	if err != nil {
		fmt.Fprintln(errOut, err)
		return 2
	}
	show := newTimeline(out)
	if *asJSON {
		show = newJSON(out)
	}
	code := 0
	for _, s := range stories {
		if err := show(s); err != nil {
			fmt.Fprintln(errOut, err)
			code = 1
		}
	}
	return code
}

func printList(out, errOut io.Writer) int {
	stories, err := callflow.Stories(callflow.Shipped())
	if err != nil {
		fmt.Fprintln(errOut, err)
		return 2
	}
	for _, s := range stories {
		fmt.Fprintf(out, "%-58s %s\n", strings.TrimSuffix(s.File, ".story"), s.Title)
	}
	return 0
}

// rewriteFiles lets stories say what is so, for review.
func rewriteFiles(files []string, errOut io.Writer) int {
	for _, f := range files {
		text, err := os.ReadFile(filepath.Clean(f))
		if err == nil {
			var fixed string
			if fixed, err = callflow.Rewrite(f, string(text)); err == nil && fixed != string(text) {
				err = os.WriteFile(filepath.Clean(f), []byte(fixed), 0o644)
			}
		}
		if err != nil {
			fmt.Fprintln(errOut, err)
			return 2
		}
	}
	return 0
}

// read finds the stories to play: the files, or shipped ones.
func read(files []string, name string, all bool) ([]*callflow.Story, error) {
	if len(files) == 0 && all {
		return callflow.Stories(callflow.Shipped())
	}
	var stories []*callflow.Story
	var errs []error
	add := func(file string, text []byte, err error) {
		var s *callflow.Story
		if err == nil {
			s, err = callflow.ParseStory(file, string(text))
		}
		if err != nil {
			errs = append(errs, err)
			return
		}
		stories = append(stories, s)
	}
	if len(files) == 0 {
		file := strings.TrimSuffix(name, ".story") + ".story"
		text, err := fs.ReadFile(callflow.Shipped(), file)
		add(file, text, err)
	}
	for _, f := range files {
		text, err := os.ReadFile(filepath.Clean(f))
		add(f, text, err)
	}
	return stories, errors.Join(errs...)
}
