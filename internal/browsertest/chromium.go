package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"syscall"

	"github.com/chromedp/chromedp"
)

// Chromium is one browser process, shared by the tests of a binary: each tab has
// a browser context of its own, so that no two share storage or connections.
type Chromium struct {
	root context.Context
	stop func()
}

var (
	shared     *Chromium
	sharedErr  error
	sharedOnce sync.Once
)

// Shared is the browser of this process, started on first use.
func Shared(t T) *Chromium {
	t.Helper()
	sharedOnce.Do(func() { shared, sharedErr = start() })
	if sharedErr != nil {
		t.Fatalf("browsertest: %v", sharedErr)
	}
	return shared
}

// StopShared ends the browser of this process, if there is one.
func StopShared() {
	if shared != nil {
		shared.stop()
	}
}

func start() (*Chromium, error) {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		return nil, fmt.Errorf("no Chromium in PATH; on Debian: apt-get install chromium")
	}
	options := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	options = append(options,
		chromedp.ExecPath(path),
		// computedRole and computedName of an element: what the browser itself
		// tells a screen reader.
		chromedp.Flag("enable-blink-features", "ComputedAccessibilityInfo"),
		// Without it the tree is built anew for every name that is asked for.
		chromedp.Flag("force-renderer-accessibility", true),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.WindowSize(1280, 800),
	)
	// Files in memory where there is room: a busy disk is what makes tests slow.
	profile := ""
	if roomy("/dev/shm") {
		options = append(options, chromedp.Flag("disable-dev-shm-usage", false))
		if dir, err := os.MkdirTemp("/dev/shm", "callcontrol-chromium-"); err == nil {
			profile = dir
			options = append(options, chromedp.UserDataDir(dir))
		}
	}
	if os.Geteuid() == 0 {
		// Chromium refuses its sandbox to root, which containers run as.
		options = append(options, chromedp.NoSandbox)
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	root, cancelRoot := chromedp.NewContext(allocator)
	if _, err := chromedp.Run(root, chromedp.Evaluate[int]("1")); err != nil {
		cancelRoot()
		cancel()
		return nil, fmt.Errorf("chromium does not start: %w", err)
	}
	return &Chromium{root: root, stop: func() {
		cancelRoot()
		cancel()
		if profile != "" {
			_ = os.RemoveAll(profile)
		}
	}}, nil
}

// roomy reports whether there is a gigabyte free on a file system.
func roomy(path string) bool {
	var fs syscall.Statfs_t
	return syscall.Statfs(path, &fs) == nil && int64(fs.Bavail)*fs.Bsize > 1<<30
}
