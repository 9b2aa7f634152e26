package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// build makes the program, for the tests that drive it from outside.
func build(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "dialcheck.exe")
	out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	return bin
}

func TestEndToEnd(t *testing.T) {
	cmd := exec.Command(build(t))
	cmd.Stdin = strings.NewReader(strings.Join([]string{
		`"Tel +1 (201) 553-２447"` + "\tUS",
		`"01161123456789"` + "\tUS",
		`"01161123456789"` + "\t",
		`"+11234567890"` + "\t\r",
		`"911"` + "\tUS",
		`"12"` + "\tUS",
		`"1+2+3"` + "\tUS",
		`"+1\u0000\u202e\ufffd"` + "\t",
		`"0012015532447"` + "\tSG",
		`"<1&2>\n3"` + "\t", // the last line has no end
	}, "\n"))
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	require.NoError(t, err, complaints.String())
	require.Empty(t, complaints.String())
	require.Equal(t, []string{
		`{"raw":"Tel +1 (201) 553-２447","text":"+12015532447","digits":11,"accepted":true,"errors":[],"format":"US","e164":"+12015532447","possible":true,"valid":true,"removed":[{"offset":0,"char":"T","kind":"letter"},{"offset":1,"char":"e","kind":"letter"},{"offset":2,"char":"l","kind":"letter"},{"offset":3,"char":" ","kind":"space"},{"offset":6,"char":" ","kind":"space"},{"offset":7,"char":"(","kind":"punctuation"},{"offset":11,"char":")","kind":"punctuation"},{"offset":12,"char":" ","kind":"space"},{"offset":16,"char":"-","kind":"punctuation"}],"folded":[{"offset":17,"char":"２","to":"2"}],"warnings":["digits-folded"]}`,
		`{"raw":"01161123456789","text":"01161123456789","digits":14,"accepted":true,"errors":[],"format":"IDD","e164":"+61123456789","possible":true,"valid":false,"removed":[],"folded":[],"warnings":[]}`,
		`{"raw":"01161123456789","text":"01161123456789","digits":14,"accepted":true,"errors":[],"format":"Other","e164":"","possible":false,"valid":false,"removed":[],"folded":[],"warnings":[]}`,
		`{"raw":"+11234567890","text":"+11234567890","digits":11,"accepted":true,"errors":[],"format":"E164","e164":"+11234567890","possible":true,"valid":false,"removed":[],"folded":[],"warnings":[]}`,
		`{"raw":"911","text":"911","digits":3,"accepted":true,"errors":[],"format":"Other","e164":"","possible":true,"valid":true,"removed":[],"folded":[],"warnings":[]}`,
		`{"raw":"12","text":"12","digits":2,"accepted":false,"errors":["DN-1"],"format":"","e164":"","possible":false,"valid":false,"removed":[],"folded":[],"warnings":[]}`,
		`{"raw":"1+2+3","text":"1+2+3","digits":3,"accepted":true,"errors":["DN-8"],"format":"","e164":"","possible":false,"valid":false,"removed":[],"folded":[],"warnings":[]}`,
		`{"raw":"+1\u0000` + "\u202e\ufffd" + `","text":"+1","digits":1,"accepted":false,"errors":["DN-1"],"format":"","e164":"","possible":false,"valid":false,"removed":[{"offset":2,"char":"\u0000","kind":"other"},{"offset":3,"char":"` + "\u202e" + `","kind":"bidi"},{"offset":6,"char":"` + "\ufffd" + `","kind":"other"}],"folded":[],"warnings":[]}`,
		`{"raw":"0012015532447","text":"0012015532447","digits":13,"accepted":true,"errors":[],"format":"IDD","e164":"+2015532447","possible":true,"valid":true,"removed":[],"folded":[],"warnings":["ambiguous-prefix"]}`,
		`{"raw":"<1&2>\n3","text":"123","digits":3,"accepted":true,"errors":[],"format":"Other","e164":"","possible":false,"valid":false,"removed":[{"offset":0,"char":"<","kind":"other"},{"offset":2,"char":"&","kind":"punctuation"},{"offset":4,"char":">","kind":"other"},{"offset":5,"char":"\n","kind":"space"}],"folded":[],"warnings":["several-numbers"]}`,
	}, strings.Split(strings.TrimSuffix(string(out), "\n"), "\n"))
}

func TestBadLines(t *testing.T) {
	cmd := exec.Command(build(t))
	cmd.Stdin = strings.NewReader(strings.Join([]string{
		`"911"` + "\tUS",
		`"911"`,
		`911` + "\tUS",
		`null` + "\tUS",
		`"91` + "\t" + `1"` + "\tUS",
		`"911` + "\tUS",
		``,
		`"911"` + "\tXX",
		`"911"` + "\tus",
		`"` + strings.Repeat("9", maxLine) + `"` + "\tUS",
		`"112"` + "\tDE",
	}, "\n") + "\n")
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	require.Equal(t, 1, exit.ExitCode())
	require.Equal(t, 2, strings.Count(string(out), "\n"), "the good lines are answered")
	require.Equal(t, strings.Join([]string{
		`dialcheck: line 2: want a JSON string, a TAB and a region (the region may be empty)`,
		`dialcheck: line 3: what stands before the TAB is not a JSON string`,
		`dialcheck: line 4: what stands before the TAB is not a JSON string`,
		`dialcheck: line 5: what stands before the TAB is not a JSON string`,
		`dialcheck: line 6: what stands before the TAB is not a JSON string`,
		`dialcheck: line 7: want a JSON string, a TAB and a region (the region may be empty)`,
		`dialcheck: line 8: dialnumber: unknown region "XX"`,
		`dialcheck: line 9: dialnumber: unknown region "us"`,
		`dialcheck: line 10: longer than 8388608 bytes`,
		`dialcheck: 9 of 11 lines without an answer`, ``,
	}, "\n"), complaints.String())
}

func TestMegabyteInOneNumber(t *testing.T) {
	pasted := strings.Repeat("\x00", 1<<20) // six bytes each, in JSON
	line, err := json.Marshal(pasted)
	require.NoError(t, err)
	var out, complaints bytes.Buffer
	require.Zero(t, run(strings.NewReader(string(line)+"\tUS\n"), &out, &complaints), complaints.String())
	var a answer
	require.NoError(t, json.Unmarshal(out.Bytes(), &a))
	require.Equal(t, []string{"DN-1", "DN-8"}, a.Errors)
	require.Len(t, a.Removed, 1<<20)
	require.Empty(t, a.Warnings)
}

// The program answers while its input stays open: nothing is kept back.
func TestStreams(t *testing.T) {
	cmd := exec.Command(build(t))
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	lines := bufio.NewScanner(out)
	for i := range 3 {
		_, err := io.WriteString(in, `"91`+strconv.Itoa(i)+`"`+"\tUS\n")
		require.NoError(t, err)
		require.True(t, lines.Scan())
		require.Contains(t, lines.Text(), `"text":"91`+strconv.Itoa(i)+`"`)
	}
	require.NoError(t, in.Close())
	require.False(t, lines.Scan())
	require.NoError(t, cmd.Wait())
}

func TestLongList(t *testing.T) {
	const count = 50_000
	in, write := io.Pipe()
	go func() {
		w := bufio.NewWriter(write)
		for i := range count {
			_, _ = w.WriteString(`"*` + strconv.Itoa(100+i) + `#"` + "\t\n")
		}
		_ = w.Flush()
		_ = write.Close()
	}()
	var out, complaints bytes.Buffer
	require.Zero(t, run(in, &out, &complaints), complaints.String())
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	require.Len(t, lines, count)
	for i, line := range lines {
		if !strings.Contains(line, `"text":"*`+strconv.Itoa(100+i)+`#"`) {
			require.Fail(t, "out of order", line)
		}
	}
}

type brokenPipe struct{}

var errPipe = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errPipe }
func (brokenPipe) Read([]byte) (int, error)  { return 0, errPipe }

func TestBrokenPipe(t *testing.T) {
	var out, complaints bytes.Buffer
	require.Equal(t, 1, run(strings.NewReader(`"911"`+"\tUS\n"), brokenPipe{}, &complaints))
	require.Equal(t, "dialcheck: writing: broken pipe\n", complaints.String())
	complaints.Reset()
	require.Equal(t, 1, run(brokenPipe{}, &out, &complaints))
	require.Equal(t, "dialcheck: reading: broken pipe\n", complaints.String())
	require.Empty(t, out.String())
	complaints.Reset()
	half := io.MultiReader(strings.NewReader(`"911"`+"\tUS\n"), brokenPipe{})
	require.Equal(t, 1, run(half, &out, &complaints))
	require.Contains(t, out.String(), `"text":"911"`)
}

// The README's example is what comes out.
func TestReadme(t *testing.T) {
	var out, complaints bytes.Buffer
	require.Zero(t, run(strings.NewReader(`"01161123456789"`+"\tUS\n"), &out, &complaints))
	require.Contains(t, readme, out.String())
}
