// Package diagram renders a table of transitions as text: a Mermaid state
// diagram of what moves, and a Markdown matrix of what is decided for every
// state and event, refusals included. It knows no machine: every name is a
// plain string.
package diagram
