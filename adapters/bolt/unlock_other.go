//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package bolt

import "os"

// unlock does nothing: here a lock ends with the process at the latest.
func unlock(*os.File) {}
