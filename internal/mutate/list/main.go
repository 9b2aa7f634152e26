//go:build mutate

// Command list prints the faults that internal/mutate plants, one a line.
package main

import (
	"fmt"

	"github.com/seed-6cc70c2f/callcontrol/interaction"
)

func main() {
	for _, m := range interaction.Mutants() {
		fmt.Println(m.Name)
	}
}
