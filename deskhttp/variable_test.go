package deskhttp_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/cad"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
	"github.com/seed-6cc70c2f/callcontrol/telephony"
)

func TestVariables(t *testing.T) {
	down := false
	bubble(t, func(c *callcontrol.Config, _ *deskhttp.Config) {
		c.Keep = func(context.Context, telephony.CallID, cad.Sheet) error {
			if down {
				return errors.New("the vault is shut: " + secret)
			}
			return nil
		}
	}, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		value := func(n int, field string) any { return at(a.get("/view"), "interactions", 0, "variables", n, field) }
		a.done("/calls/c1/variables/type", doc{"name": "order", "value": "4712"})
		require.Equal(t, "4712", value(0, "value"))
		require.Equal(t, "4711", value(0, "saved"))
		a.done("/calls/c1/variables/revert", doc{"name": "order"})
		require.Equal(t, "4711", value(0, "value"))

		d := a.not("/calls/c1/variables/type", doc{"name": "order", "value": strings.Repeat("x", 257)}, 422, "refused")
		require.Equal(t, "CAD-4", d["rule"])
		d = a.not("/calls/c1/variables/type", doc{"name": "amount", "value": "four"}, 422, "refused")
		require.NotEmpty(t, d["rule"])
		d = a.not("/calls/c1/variables/type", doc{"name": "vip", "value": "yes"}, 409, "denied")
		require.Equal(t, "CAD-2", d["rule"])
		a.not("/calls/c1/variables/type", doc{"name": "nothing", "value": "x"}, 400, "invalid")
		a.not("/calls/c1/variables/save", nil, 422, "refused") // nothing to save

		a.done("/calls/c1/variables/type", doc{"name": "order", "value": "4713"})
		down = true
		a.not("/calls/c1/variables/save", nil, 502, "not-kept")
		require.Equal(t, "4713", value(0, "value"), "the draft is kept")
		down = false
		a.done("/calls/c1/variables/save", nil)
		require.Equal(t, "4713", value(0, "saved"))
		a.done("/calls/c1/variables/refresh", nil)
	})
}

// A secure value is in the view of the agent who has fetched it, and nowhere else:
// in no other answer, and in no log, whatever fails.
func TestASecureValueIsNowhereElse(t *testing.T) {
	locked := errors.New("no leave for " + secret)
	bubble(t, func(c *callcontrol.Config, _ *deskhttp.Config) {
		c.Unlock = func(context.Context, agent.ID, telephony.CallID, string) error { return locked }
	}, func(t *testing.T, s *stand) {
		a := s.talking("c1", "A1")
		b := s.ready("A2")
		a.done("/calls/c1/consult", doc{"to": doc{"kind": "agent", "address": "A2"}})
		s.answers("c1", "A2")
		card := func(x *tab, field string) any { return at(x.get("/view"), "interactions", 0, "variables", 3, field) }
		require.Equal(t, cad.Mask, card(a, "value"))
		d := a.not("/calls/c1/variables/fetch", doc{"name": "card"}, 502, "not-fetched")
		require.NotContains(t, d["text"], secret)
		require.Equal(t, "failed", card(a, "visibility"))
		locked = fmt.Errorf("no leave for %s: %w", secret, callcontrol.ErrUnavailable)
		a.not("/calls/c1/variables/fetch", doc{"name": "card"}, 503, "unavailable")
		locked = nil
		a.done("/calls/c1/variables/fetch", doc{"name": "card"})
		require.Equal(t, secret, card(a, "value"))
		require.Equal(t, cad.Mask, card(b, "value"))
		a.not("/calls/c1/variables/fetch", doc{"name": "card"}, 422, "refused") // it is fetched
		a.not("/calls/c1/variables/fetch", doc{"name": "order"}, 422, "refused")
		a.not("/calls/c1/variables/fetch", doc{"name": "none"}, 400, "invalid")

		const typed = "5555444433332222"
		a.done("/calls/c1/variables/type", doc{"name": "card", "value": typed})
		a.not("/calls/c1/variables/type", doc{"name": "card", "value": strings.Repeat(typed, 17)}, 422, "refused")
		a.not("/calls/c1/variables/type", `{"name":"card","value":`+typed+`}`, 400, "invalid")
		a.not("/calls/c1/variables/type?"+typed, `{"`+typed+`":1}`, 400, "invalid")
		a.not("/"+typed, nil, 404, "not-found")
		a.done("/calls/c1/variables/save", nil)
		a.not("/dial", doc{"number": "+12015550177", "callerId": typed}, 409, "denied")
		synctest.Wait()
		log := s.log.String()
		require.Contains(t, log, `"msg":"deskhttp: request refused","route":"POST /calls/{id}/variables/{action}","status":422,"outcome":"refused","agent":"A1"`)
		for _, never := range []string{secret, typed, a.token, b.token, a.token[:16], "5550177", "no leave"} {
			require.NotContains(t, log, never)
		}
	})
}
