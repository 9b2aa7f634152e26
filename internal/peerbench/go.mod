module github.com/seed-6cc70c2f/callcontrol/internal/peerbench

go 1.26.0

require (
	github.com/looplab/fsm v1.0.3
	github.com/nyaruka/phonenumbers/v2 v2.0.8
	github.com/qmuntal/stateless v1.7.2
	github.com/seed-6cc70c2f/callcontrol v0.0.0
	github.com/stretchr/testify v1.12.1
)

require (
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
)

replace github.com/seed-6cc70c2f/callcontrol => ../..
