// Package importlaw holds no code. Its test states which package of this module
// may import which, and which code must stay pure, and fails when either law is
// broken: a dependency is a decision, and is made here.
package importlaw
