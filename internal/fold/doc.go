// Package fold makes texts comparable for search: without case, accents and
// invisible characters. There is one implementation for all the lists that
// agents search in.
package fold
