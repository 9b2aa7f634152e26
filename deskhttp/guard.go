package deskhttp

import (
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Secure puts the headers before a host's own pages that keep them safe: no
// script, style or connection but from their own origin, nothing inline, nobody's
// frame, no guessing of types, no referrer. A page of this sort shows what agents
// and customers have written without ever running it, as long as it puts it there
// as text.
func Secure(pages http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "+
			"img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		h.Set("X-Frame-Options", "DENY") // for those who do not know frame-ancestors
		secure(h)
		pages.ServeHTTP(w, r)
	})
}

// secure are the headers of everything.
func secure(h http.Header) {
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
}

// from says whether a request comes from a page that may ask. What is not a
// browser names no origin, and has to have a token like everybody.
func (s *Server) from(r *http.Request) bool {
	origin := strings.ToLower(r.Header.Get("Origin"))
	if len(s.cfg.Origins) > 0 && origin != "" {
		return slices.Contains(s.cfg.Origins, origin)
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return false
	}
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && u.Host == strings.ToLower(r.Host)
}

// share lets a page of a listed origin read the answer, and answers what its
// browser asks before; true when that was all.
func (s *Server) share(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if len(s.cfg.Origins) == 0 || origin == "" {
		return false
	}
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", origin)
	h.Set("Access-Control-Expose-Headers", "Retry-After")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Add("Vary", "Origin")
	if r.Method != http.MethodOptions {
		return false
	}
	h.Set("Access-Control-Allow-Methods", "GET, POST, DELETE")
	h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID")
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
	return true
}

// isJSON: the request says that its body is JSON. A form of another page cannot.
func isJSON(r *http.Request) bool {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := params["charset"]
	return err == nil && kind == "application/json" && (charset == "" || strings.EqualFold(charset, "utf-8"))
}

// bearer is the token of a request.
func bearer(r *http.Request) string {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return token
}
