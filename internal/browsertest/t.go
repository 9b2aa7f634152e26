package browsertest

// T is what the harness needs of a test. *testing.T is one; the command that
// makes the pictures brings another.
type T interface {
	Helper()
	Name() string
	Logf(format string, args ...any)
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Failed() bool
	Cleanup(func())
	TempDir() string
}
