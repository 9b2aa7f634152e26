package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

func main() {
	markdown := flag.Bool("markdown", false, "print the table alone")
	passes := flag.Int("passes", 15, "how many passes, at least 7; the fastest counts")
	length := flag.Duration("pass", 40*time.Millisecond, "how long one pass of one machine takes, about")
	flag.Parse()
	if err := run(os.Stdout, *markdown, *passes, *length); err != nil {
		fmt.Fprintln(os.Stderr, "peerbench:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, markdown bool, passes int, length time.Duration) error {
	if passes < 7 {
		return fmt.Errorf("%d passes tell too little: at least 7", passes)
	}
	var r report
	var all []*sample
	for _, c := range contenders() {
		m, err := c.new()
		if err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
		l := &life{events: c.events,
			life:  &sample{name: c.name, once: func() error { return play(m) }},
			begin: &sample{name: c.name, once: m.begin}}
		r.lives = append(r.lives, l)
		all = append(all, l.life, l.begin)
	}
	for _, q := range questions {
		n := &number{
			clean:  &sample{name: q.name, once: func() error { return q.ask(clean) }},
			pasted: &sample{name: q.name, once: func() error { return q.ask(pasted) }}}
		r.numbers = append(r.numbers, n)
		all = append(all, n.clean, n.pasted)
	}
	if err := measure(all, passes, length); err != nil {
		return err
	}
	r.write(w, passes, !markdown)
	return nil
}
