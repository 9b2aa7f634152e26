package dialnumber_test

import (
	"testing"

	pn "github.com/nyaruka/phonenumbers/v2"

	"github.com/seed-6cc70c2f/callcontrol/dialnumber"
)

const clean, messy = "+12015532447", " Tel +1 (201) 553-2447 "

func BenchmarkSanitiseAndCheck(b *testing.B) {
	for name, text := range map[string]string{"clean": clean, "messy": messy} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := dialnumber.Check(dialnumber.Sanitise(text).Text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dialnumber.New(clean); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for name, text := range map[string]string{"plus": clean, "IDD": "01161123456789", "other": "2015532447", "messy": messy} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := dialnumber.Parse(text, "US"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPhonenumbers is what BenchmarkSanitiseAndCheck is compared with.
func BenchmarkPhonenumbers(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		n, err := pn.Parse(clean, "US")
		if err != nil || !pn.IsValidNumber(n) || pn.Format(n, pn.E164) != clean {
			b.Fatal("not a number")
		}
	}
}
