package main

func Example() {
	main()
	// Output:
	// A1: Reserved, anna: Ringing
	// A1: Engaged, anna: Connected
	// rule CON-11: Conference is denied in Requested: Until the consult is accepted, Agent 1 can neither make a conference nor transfer the call to anybody.
	// A1: Engaged, anna: Call on Hold, A2: Consulting
	// A2: Engaged, anna: Connected
	// A1: Available
}
