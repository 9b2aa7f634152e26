module github.com/seed-6cc70c2f/callcontrol/adapters/bolt

go 1.26.0

require (
	github.com/seed-6cc70c2f/callcontrol v0.0.0
	github.com/stretchr/testify v1.12.1
	go.etcd.io/bbolt v1.4.3
)

require (
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/sys v0.29.0 // indirect
)

replace github.com/seed-6cc70c2f/callcontrol => ../..
