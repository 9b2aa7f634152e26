package main

import (
	"cmp"
	"errors"
	"io/fs"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-6cc70c2f/callcontrol/callflow"
	"github.com/seed-6cc70c2f/callcontrol/label"
	"github.com/seed-6cc70c2f/callcontrol/rule"
)

// storyLine is a story in the list.
type storyLine struct {
	Name  string    `json:"name"`
	Title string    `json:"title"`
	Rules []rule.ID `json:"rules"`
}

// playedStory is a story as it was played, every step of it, so that a page can
// go to and fro without asking again.
type playedStory struct {
	storyLine
	Before []string             `json:"before"` // the lines that furnish its centre
	Steps  []playedStep         `json:"steps"`
	Texts  map[rule.ID]ruleText `json:"texts"`          // of every rule that is named in it
	Wrong  string               `json:"wrong,omitzero"` // what was not borne out; of those that ship: nothing
}

// ruleText is what a rule says: to those who build, and to an agent.
type ruleText struct {
	Says  string `json:"says"`
	Agent string `json:"agent"`
}

// stories are the data of the page /stories/: the list, and each one played.
func (s *site) stories(mux *http.ServeMux) {
	mux.HandleFunc("GET /stories/list", func(w http.ResponseWriter, _ *http.Request) {
		all, err := callflow.Stories(callflow.Shipped())
		if err != nil {
			refuse(w, err)
			return
		}
		lines := []storyLine{}
		for _, st := range all {
			lines = append(lines, lineOf(st))
		}
		slices.SortFunc(lines, func(a, b storyLine) int { return cmp.Compare(a.Title, b.Title) })
		write(w, http.StatusOK, map[string]any{"stories": lines})
	})
	mux.HandleFunc("GET /stories/play/{name}", func(w http.ResponseWriter, r *http.Request) {
		p, err := play(r.PathValue("name"), label.Match(cmp.Or(r.URL.Query().Get("lang"), r.Header.Get("Accept-Language"))))
		if err != nil {
			refuse(w, err)
			return
		}
		write(w, http.StatusOK, p)
	})
}

func lineOf(st *callflow.Story) storyLine {
	return storyLine{Name: strings.TrimSuffix(st.File, ".story"), Title: st.Title, Rules: st.Rules()}
}

// play plays a shipped story in a language.
func play(name string, lang label.Language) (*playedStory, error) {
	text, err := fs.ReadFile(callflow.Shipped(), name+".story") // an fs.FS knows no way out of itself
	if err != nil {
		return nil, errNoStory
	}
	st, err := callflow.ParseStory(name+".story", string(text))
	if err != nil {
		return nil, err
	}
	p := &playedStory{storyLine: lineOf(st), Before: []string{}, Steps: []playedStep{}, Texts: map[rule.ID]ruleText{}}
	says := words{lang, p.Texts}
	first := 0
	err = st.Play(func(step callflow.Step) {
		if first == 0 {
			first = step.Line
		}
		p.Steps = append(p.Steps, says.step(step))
	})
	if err != nil {
		p.Wrong = err.Error()
	}
	for i, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); i+1 < first && line != "" && !strings.HasPrefix(line, "story") {
			p.Before = append(p.Before, strings.Join(strings.Fields(line), " "))
		}
	}
	return p, nil
}

var errNoStory = errors.New("desktop: no such story")
