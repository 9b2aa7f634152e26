package main

func Example() {
	main()
	// Output:
	// true rule CON-11: Transfer is denied in Requested: Until the consult is accepted, Agent 1 can neither make a conference nor transfer the call to anybody.
	// A1 sees anna: Call on Hold
	// A1 sees A2: Consulting
	// A1 is Wrap Up and A2 is Engaged
}
