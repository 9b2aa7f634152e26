package browsertest

import (
	_ "embed"
	"fmt"
	"strings"
)

// AxeVersion is the axe-core in testdata/axe: package axe-core, file axe.min.js.
const AxeVersion = "4.14.1"

//go:embed testdata/axe/axe.min.js
var axe string

// Finding is what axe-core holds against a page.
type Finding struct {
	ID     string   `json:"id"`
	Impact string   `json:"impact"`
	Help   string   `json:"help"`
	Nodes  []string `json:"nodes"`
}

// Axe lets axe-core look at the tab as it is now, and returns what it finds at
// any impact.
func (tab *Tab) Axe() []Finding {
	tab.T.Helper()
	there, err := eval[bool](tab, `typeof axe === "object"`)
	if err == nil && !there {
		_, err = eval[bool](tab, axe+"\n;true")
	}
	if err != nil {
		tab.T.Fatalf("%s: axe-core does not load: %v", tab.Name, err)
	}
	got, err := eval[[]Finding](tab, `axe.run(document, {resultTypes: ["violations"]}).then((r) => r.violations.map((v) => ({
		id: v.id, impact: v.impact, help: v.help,
		nodes: v.nodes.slice(0, 4).map((n) => n.html.slice(0, 160) + " — " + (n.any.concat(n.all, n.none).map((c) => c.message).join("; ")).slice(0, 240))})))`)
	must(tab, "axe-core", err)
	return got
}

// Usable fails the test where axe-core has a serious or critical finding, and
// logs the others.
func (tab *Tab) Usable(screen string) {
	tab.T.Helper()
	for _, f := range tab.Axe() {
		line := fmt.Sprintf("%s: %s: %s (%s): %s\n  %s", tab.Name, screen, f.ID, f.Impact, f.Help, strings.Join(f.Nodes, "\n  "))
		if f.Impact == "serious" || f.Impact == "critical" {
			tab.T.Errorf("%s", line)
		} else {
			tab.T.Logf("%s", line)
		}
	}
}
