module github.com/seed-6cc70c2f/callcontrol/internal/soakhost

go 1.26.0

require (
	github.com/seed-6cc70c2f/callcontrol v0.0.0
	github.com/seed-6cc70c2f/callcontrol/adapters/bolt v0.0.0
)

require (
	github.com/google/uuid v1.6.0 // indirect
	github.com/nyaruka/phonenumbers/v2 v2.0.8 // indirect
	go.etcd.io/bbolt v1.4.3 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.29.0 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
)

replace github.com/seed-6cc70c2f/callcontrol => ../..

replace github.com/seed-6cc70c2f/callcontrol/adapters/bolt => ../../adapters/bolt
