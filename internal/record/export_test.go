package record

// Seal is what puts a document into its envelope.
var Seal = seal
