package deskhttp

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"

	"github.com/seed-6cc70c2f/callcontrol/label"
)

// page is all texts in one language, as they are sent.
type page struct {
	body []byte
	etag string
}

// pages are the texts of every language, made once.
func pages(all []label.Language) map[string]page {
	tags := tags(all)
	out := map[string]page{}
	for _, l := range all {
		body, _ := json.Marshal(struct { // strings alone cannot fail
			Language  string               `json:"language"`
			Languages []string             `json:"languages"`
			Texts     map[label.Key]string `json:"texts"`
		}{l.Tag(), tags, l.Words()})
		sum := sha256.Sum256(body)
		out[l.Tag()] = page{body, `"` + hex.EncodeToString(sum[:12]) + `"`}
	}
	return out
}

func tags(all []label.Language) []string {
	out := make([]string, len(all))
	for i, l := range all {
		out[i] = l.Tag()
	}
	return out
}

// words is GET /texts.
func (s *Server) words(a *asked) (any, error) {
	p, h := s.texts[a.lang.Tag()], a.w.Header()
	h.Set("Cache-Control", "no-cache") // kept, and asked about: a new version has new words
	h.Set("ETag", p.etag)
	h.Set("Content-Type", "application/json")
	h.Set("Content-Language", a.lang.Tag())
	if a.r.Header.Get("If-None-Match") == p.etag {
		a.w.WriteHeader(http.StatusNotModified)
		return answered{}, nil
	}
	_, _ = a.w.Write(p.body)
	return answered{}, nil
}
