package main

import (
	"context"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// run serves where it says, and ends when it is told to.
func TestRun(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	out := make(said, 1)
	done := make(chan error, 1)
	go func() { done <- run(ctx, "localhost:0", options{agents: 2, answer: time.Second}, out) }()
	answer, err := http.Get(<-out)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	require.Equal(t, http.StatusOK, answer.StatusCode)
	stop()
	require.NoError(t, <-done)
}

// said is what the program prints.
type said chan string

func (s said) Write(b []byte) (int, error) {
	s <- strings.TrimSpace(string(b))
	return len(b), nil
}

// It listens to this machine, and to nobody else.
func TestLoopbackOnly(t *testing.T) {
	for _, addr := range []string{":8080", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "example.com:0", "localhost", "localhost:-1", ""} {
		require.Error(t, run(t.Context(), addr, options{agents: 1}, said(nil)), addr)
	}
	for _, n := range []int{-1, 0, 1001} {
		require.Error(t, run(t.Context(), "127.0.0.1:0", options{agents: n}, said(nil)), n)
	}
}

// Every page and module is there, is served with the headers that keep it safe,
// and says to the browser what it is.
func TestPages(t *testing.T) {
	st := serve(t)
	for at, kind := range map[string]string{"/": "text/html", "/stories/": "text/html", "/desk/": "text/html",
		"/start/start.js": "text/javascript", "/start/look.css": "text/css", "/desk/dom.js": "text/javascript"} {
		answer, err := http.Get(st.url + at)
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
		require.Equal(t, http.StatusOK, answer.StatusCode, at)
		require.Contains(t, answer.Header.Get("Content-Type"), kind, at)
		require.Contains(t, answer.Header.Get("Content-Security-Policy"), "default-src 'none'", at)
		require.Equal(t, "nosniff", answer.Header.Get("X-Content-Type-Options"), at)
	}
	code, _ := st.ask(http.MethodGet, "/nothing", "")
	require.Equal(t, http.StatusNotFound, code)
	code, _ = st.ask(http.MethodPut, "/start/start.js", "")
	require.Equal(t, http.StatusMethodNotAllowed, code)
}

var (
	inline   = regexp.MustCompile(`(?i)<script(?:\s[^>]*)?>[^<]|<style|\sstyle=|\son[a-z]+=|javascript:|https?://`)
	unsafeJS = regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|setInterval\(.*fetch`)
	imported = regexp.MustCompile(`(?m)^import [^;]*?from "([^"]+)"`)
)

// No page has a script or a style in it, no module makes HTML of text, and what
// one imports is there: nothing comes from anywhere else.
func TestWeb(t *testing.T) {
	modules := 0
	require.NoError(t, fs.WalkDir(web, "web", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(web, name)
		require.NoError(t, err)
		switch path.Ext(name) {
		case ".html":
			require.Empty(t, inline.FindString(string(text)), name)
		case ".js":
			modules++
			require.Empty(t, unsafeJS.FindString(string(text)), name)
			for _, m := range imported.FindAllStringSubmatch(string(text), -1) {
				from := path.Join(path.Dir(name), m[1])
				if path.IsAbs(m[1]) {
					from = path.Join("web", m[1])
				}
				_, err := fs.Stat(web, from)
				require.NoError(t, err, "%s imports %s", name, m[1])
			}
		}
		return nil
	}))
	require.Greater(t, modules, 8)
}

var (
	table = regexp.MustCompile(`(?s)\n  (en|fr): \{\n(.*?)\n  \}`)
	entry = regexp.MustCompile(`(?m)^    "([^"]+)": "((?:[^"\\]|\\.)+)"`)
	asks  = regexp.MustCompile(`\bt\("([^"]+)"`)
	gap   = regexp.MustCompile(`\{\w+\}`)
)

// Both languages have the same texts with the same gaps, and every text that a
// page asks for by name.
func TestWords(t *testing.T) {
	for _, folder := range []string{"web/start", "web/stories"} {
		text, err := fs.ReadFile(web, folder+"/words.js")
		require.NoError(t, err)
		words := map[string]map[string][]string{}
		for _, m := range table.FindAllStringSubmatch(string(text), -1) {
			words[m[1]] = map[string][]string{}
			for _, e := range entry.FindAllStringSubmatch(m[2], -1) {
				words[m[1]][e[1]] = gap.FindAllString(e[2], -1)
			}
		}
		require.Greater(t, len(words["en"]), 20, folder)
		require.Equal(t, words["en"], words["fr"], folder)
		modules, err := fs.Glob(web, folder+"/*.js")
		require.NoError(t, err)
		for _, name := range modules {
			if path.Base(name) == "bar.js" {
				continue // has a table of its own
			}
			code, err := fs.ReadFile(web, name)
			require.NoError(t, err)
			for _, m := range asks.FindAllStringSubmatch(string(code), -1) {
				require.Contains(t, words["en"], m[1], name)
			}
		}
	}
}
