module github.com/seed-6cc70c2f/callcontrol/internal/browsertest

go 1.26.0

replace github.com/seed-6cc70c2f/callcontrol => ../..

require (
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/nyaruka/phonenumbers/v2 v2.0.8 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/seed-6cc70c2f/callcontrol v0.0.0
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)
