# Everything a user or a developer does, each target with all that it needs.
# On a fresh Debian 12 with Swift:  make demo   make test

SHELL := /bin/bash

build_packages := git openssh-client pkg-config libgit2-dev libssl-dev libyaml-dev zlib1g-dev \
	libcmark-gfm-dev libcmark-gfm-extensions-dev libutf8proc-dev
test_packages := bsdutils datefudge jq openssl python3 util-linux xxd
sources := Package.swift Sources Tests

.PHONY: demo build test format lint clean build-packages test-packages

demo: build ## The main job, from an empty folder to an approval that stock Git verifies
	demo/run

build: build-packages ## The release binary: .build/release/writ
	swift build --configuration release --product writ

test: build-packages test-packages ## All tests
	swift build --build-tests
	swift test --skip-build

format: ## Lay the sources out
	swift format --in-place --recursive $(sources)

lint: ## Find what the layout or the conventions do not allow
	swift format lint --strict --recursive $(sources)

clean:
	rm -rf .build

build-packages:
	@$(call install,$(build_packages))

test-packages:
	@$(call install,$(test_packages))

# Installs what is missing, as root or through sudo; asks the network for nothing where all is there.
define install
	missing=$$(for package in $(1); do \
		dpkg-query --show --showformat='$${db:Status-Status}' $$package 2>/dev/null \
			| grep -qx installed || echo $$package; done); \
	if [ -n "$$missing" ]; then \
		as_root=$$([ $$(id -u) = 0 ] || echo sudo); \
		$$as_root apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq $$missing; \
	fi
endef
