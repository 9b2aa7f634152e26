package deskhttp_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/seed-6cc70c2f/callcontrol"
	"github.com/seed-6cc70c2f/callcontrol/agent"
	"github.com/seed-6cc70c2f/callcontrol/deskhttp"
)

func TestOrigins(t *testing.T) {
	listed := []string{"https://desk.example.com", "http://desk.test"}
	tests := []struct {
		name         string
		origins      []string
		origin, site string
		allowed      bool
	}{
		{"no browser", nil, "", "", true},
		{"the same", nil, "http://desk.test", "same-origin", true},
		{"the same, by a browser that does not say so", nil, "http://desk.test", "", true},
		{"the same behind a proxy with TLS", nil, "https://desk.test", "same-origin", true},
		{"the same without an Origin", nil, "", "same-origin", true},
		{"typed in", nil, "", "none", true},
		{"another", nil, "http://evil.test", "cross-site", false},
		{"another that does not say so", nil, "http://evil.test", "", false},
		{"another that says that it is the same", nil, "http://evil.test", "same-origin", false},
		{"another port", nil, "http://desk.test:81", "", false},
		{"a part of it", nil, "http://desk", "", false},
		{"the same site", nil, "", "same-site", false},
		{"cross-site without an Origin", nil, "", "cross-site", false},
		{"nobody's", nil, "null", "", false},
		{"nonsense", nil, "http://%", "", false},
		{"listed", listed, "https://desk.example.com", "cross-site", true},
		{"its own, listed", listed, "http://desk.test", "same-origin", true},
		{"not listed", listed, "http://evil.test", "cross-site", false},
		{"its own name, not listed", listed[:1], "http://desk.test", "same-origin", false},
		{"listed with another scheme", listed, "http://desk.example.com", "cross-site", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) { c.Origins = test.origins }, func(t *testing.T, s *stand) {
				a := s.tab("A1")
				for header, value := range map[string]string{"Origin": test.origin, "Sec-Fetch-Site": test.site} {
					if value != "" {
						a.head.Set(header, value)
					}
				}
				for _, call := range [][2]string{{"GET", "/session"}, {"POST", "/agent/sign-in"}, {"DELETE", "/session"}} {
					status, d := a.do(call[0], call[1], nil)
					if test.allowed {
						require.Equal(t, 200, status, "%v %v", call, d)
						continue
					}
					require.Equal(t, 403, status, call)
					require.Equal(t, "forbidden", d["outcome"])
				}
				if !test.allowed {
					require.Equal(t, 1, s.api.Sessions())
					require.Equal(t, agent.SignedOut, s.c.Desk("A1").View().Agent.Status)
				}
			})
		})
	}
}

func TestAPageOfAListedOrigin(t *testing.T) {
	bubble(t, func(_ *callcontrol.Config, c *deskhttp.Config) { c.Origins = []string{"https://desk.example.com"} }, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		for origin, status := range map[string]int{"https://desk.example.com": 204, "https://evil.example.com": 403} {
			r := a.request(t.Context(), "OPTIONS", "/calls/c1/hold", nil)
			r.Header.Set("Origin", origin)
			res, err := s.http.Do(r)
			require.NoError(t, err)
			require.NoError(t, res.Body.Close())
			require.Equal(t, status, res.StatusCode)
			if status == 204 {
				require.Equal(t, origin, res.Header.Get("Access-Control-Allow-Origin"))
				require.Contains(t, res.Header.Get("Access-Control-Allow-Headers"), "Authorization")
			} else {
				require.Empty(t, res.Header.Get("Access-Control-Allow-Origin"))
			}
			require.Empty(t, res.Header.Get("Access-Control-Allow-Credentials"), "a cookie is nobody's token")
		}
	})
}

func TestHeaders(t *testing.T) {
	bubble(t, nil, func(t *testing.T, s *stand) {
		a := s.tab("A1")
		for _, path := range []string{"/view", "/nothing"} {
			res, _ := a.send(a.request(t.Context(), "GET", path, nil))
			require.Equal(t, "no-store", res.Header.Get("Cache-Control"))
			require.Equal(t, "nosniff", res.Header.Get("X-Content-Type-Options"))
			require.Equal(t, "same-origin", res.Header.Get("Cross-Origin-Resource-Policy"))
			require.Equal(t, "no-referrer", res.Header.Get("Referrer-Policy"))
			require.Empty(t, res.Header.Get("Set-Cookie"))
		}
	})
}

func TestSecure(t *testing.T) {
	w := httptest.NewRecorder()
	deskhttp.Secure(http.NotFoundHandler()).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	require.Equal(t, 404, w.Code)
	require.Equal(t, "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "+
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'", w.Header().Get("Content-Security-Policy"))
	require.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"))
	require.Equal(t, "no-referrer", w.Header().Get("Referrer-Policy"))
	require.Equal(t, "DENY", w.Header().Get("X-Frame-Options"))
	require.Equal(t, "same-origin", w.Header().Get("Cross-Origin-Opener-Policy"))
}
