package cad

// A Sheet and a Draft hold secure values, and a host may print the struct that
// it keeps them in. If its field is not exported, fmt asks for no methods and
// prints what is in memory. It goes through a pointer to a struct when the verb
// does not fit pointers, but through a pointer to a pointer never: so that is
// what both types are. The inner pointer lies in the struct that it points to,
// so that this costs no allocation.

func (s Sheet) p() *sheet {
	if s.box == nil {
		return nil
	}
	return *s.box
}

func (p *sheet) boxed() Sheet {
	p.self = p
	return Sheet{&p.self}
}

func (d Draft) p() *draft {
	if d.box == nil {
		return nil
	}
	return *d.box
}

func (p *draft) boxed() Draft {
	p.self = p
	return Draft{&p.self}
}
