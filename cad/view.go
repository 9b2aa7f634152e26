package cad

// Field is one variable as one reader's pane shows it.
type Field struct {
	Definition

	Value      Value      // what stands in the field: the edit, else the saved value, or the mask
	Saved      Value      // the saved value, or the mask
	Edited     bool       // Value is an edit that is not saved (CAD-6)
	By         string     // who saved last: an agent, or System
	Revision   uint64     // of the saved value
	Visibility Visibility // of the saved value (CAD-3)
	Copyable   bool       // CAD-10: not a secure one before it is fetched
	Denied     error      // why the field cannot be edited; nil if it can
}

// View is the pane of this reader, in the order of the definitions. may says
// whether he may edit at all at this moment, nil or a refusal, and is the
// interaction's to know (CAD-2); it goes before CON-21, and that before CAD-2's
// ban on the variable. Set refuses what a Field shows as denied for the last
// two. The slice is the caller's own.
func (r Reader) View(may error) []Field {
	if r.p() == nil {
		return nil
	}
	s := r.p().sheet.p()
	fields := make([]Field, len(s.cells))
	for i := range fields {
		def, c := s.schema.p.defs[i], &s.cells[i]
		f := Field{
			Definition: def,
			Saved:      Value{&c.value, def.Secure},
			By:         c.by,
			Revision:   c.rev,
			Visibility: r.visibility(i),
			Denied:     r.denied(def, may),
		}
		f.Copyable = f.Visibility == Public || f.Visibility == Fetched
		if !f.Copyable {
			f.Saved.text = nil
		}
		f.Value = f.Saved
		if at, found := r.p().at(i); found {
			f.Value, f.Edited = Value{&r.p().edits[at].value, def.Secure}, true
		}
		fields[i] = f
	}
	return fields
}

func (r Reader) denied(def Definition, may error) error {
	switch {
	case may != nil:
		return may
	case r.frozen:
		return deniedFrozen
	case !def.Editable:
		return deniedReadOnly
	}
	return nil
}
