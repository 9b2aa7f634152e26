//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package bolt

import (
	"os"
	"syscall"
)

// unlock gives up the lock of a file that is about to be closed. Closing alone
// would not: when the engine panics while it opens a damaged file it leaves the
// file mapped, and what is mapped stays locked.
func unlock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }
