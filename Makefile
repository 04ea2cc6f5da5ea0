# Everything a user or a developer does, each target with all that it needs.
# On a fresh Debian 12 with Swift:  make demo   make test   make install

SHELL := /bin/bash

# Where `make install` puts things; DESTDIR goes before it, for those who make packages.
PREFIX ?= /usr/local
DESTDIR ?=

build_packages := git openssh-client pkg-config libgit2-dev libssl-dev libyaml-dev zlib1g-dev \
	libcmark-gfm-dev libcmark-gfm-extensions-dev libutf8proc-dev libminizip-dev
install_packages := python3
test_packages := bsdutils cmark-gfm datefudge gcc jq libc6-dev openssl python3 python3-venv util-linux xxd
bench_packages := gcc libc6-dev openssl python3-venv
pages_packages := chromium default-jre-headless python3 python3-pip
sources := Package.swift Sources Tests

# The Swift runtime within, so that the program runs where no Swift is; nothing exported, symbols left
# out, and addresses to adjust at the start packed. docs/benchmarks.md says what each is worth.
release := --configuration release --product writ --static-swift-stdlib \
	-Xswiftc -cross-module-optimization -Xswiftc -use-ld=lld \
	-Xlinker --no-export-dynamic -Xlinker --strip-all -Xlinker -z -Xlinker pack-relative-relocs
program := .build/release/writ

.PHONY: demo example build install uninstall check-install bench test fuzz pages soak format lint clean \
	build-packages install-packages test-packages bench-packages pages-packages pre-commit

demo: build ## The main job, from an empty folder to an approval that stock Git verifies
	demo/run

example: build test-packages ## A year of an organisation that never was, with what is told of it: .build/example
	rm -rf .build/example .build/example-again
	PATH="$(CURDIR)/.build/release:$$PATH" Tests/Example/generate .build/example
	PATH="$(CURDIR)/.build/release:$$PATH" Tests/Example/generate .build/example-again
	diff <(git -C .build/example/policies for-each-ref) <(git -C .build/example-again/policies for-each-ref)
	rm -rf .build/example-again
	PATH="$(CURDIR)/.build/release:$$PATH" Tests/Example/reports .build/example
	for folder in website intranet pack; do Tests/Pages/links .build/example/$$folder || exit; done

build: build-packages ## The release binary: .build/release/writ
	swift build $(release)

install: $(program) install-packages ## What `make build` made, manual pages, completions, documents: below PREFIX
	install -D --mode=755 $(program) $(root)/bin/writ
	$(program) --experimental-dump-help | docs/make-manual $(root)/share/man/man1
	$(program) --generate-completion-script bash | install -D --mode=644 /dev/stdin $(root)/$(bash)
	$(program) --generate-completion-script zsh | install -D --mode=644 /dev/stdin $(root)/$(zsh)
	$(program) --generate-completion-script fish | install -D --mode=644 /dev/stdin $(root)/$(fish)
	install -d $(root)/share/writ/policies $(root)/share/doc/writ
	cp -R policies/. $(root)/share/writ/policies
	for hook in pre-commit commit-msg pre-push pre-receive; do \
		script=hooks/client; [ $$hook != pre-receive ] || script=hooks/pre-receive; \
		sed "s|'@WRIT@'|'$(PREFIX)/bin/writ'|" $$script \
			| install -D --mode=755 /dev/stdin $(root)/share/writ/hooks/$$hook; \
	done
	cp -R hooks/ci hooks/forges $(root)/share/writ/hooks
	install --mode=644 README.md CHANGELOG.md LICENSE docs/*.md $(root)/share/doc/writ

uninstall: ## Takes away what `make install` put there
	rm -f $(root)/bin/writ $(root)/share/man/man1/writ.1 $(root)/share/man/man1/writ-*.1
	rm -f $(root)/$(bash) $(root)/$(zsh) $(root)/$(fish)
	rm -rf $(root)/share/writ $(root)/share/doc/writ

check-install: build install-packages test-packages ## Whether what is installed is whole, and runs where no Swift is
	Tests/check-install

bench: build bench-packages ## How fast it is, beside C and beside others: a table
	Benchmarks/run

root = $(DESTDIR)$(PREFIX)
bash := share/bash-completion/completions/writ
zsh := share/zsh/site-functions/_writ
fish := share/fish/vendor_completions.d/writ.fish

# Built where it is missing only, so that root can install what another user has built.
$(program):
	$(MAKE) build

test: build-packages test-packages pre-commit ## All tests
	swift build --build-tests
	swift test --skip-build

fuzz: build-packages test-packages ## Bytes that nobody planned, for each reader of foreign bytes: SECONDS_EACH=60
	Tests/Fuzz/run

pages: pages-packages ## How pages look in a browser: pictures in .build/pages, and what irritates
	Tests/Pages/check --words Tests/Pages/*.html
	Tests/Pages/validate Tests/Pages/*.html
	Tests/Pages/accessible Tests/Pages/*.html
	Tests/Pages/browse --pictures .build/pages Tests/Pages/*.html

soak: build build-packages test-packages ## What chance finds: histories that nobody planned, kills, faults, races; hostile clones
	WRIT_SEED=$$(date +%s) WRIT_HISTORIES=1000 swift test --filter HistoryPropertyTests
	SEED=$$(date +%s) TRIES=550 Tests/Soak/run reliability/killed
	SEED=$$(date +%s) TRIES=1000 Tests/Soak/run reliability/failing
	SEED=$$(date +%s) TRIES=120 Tests/Soak/run reliability/at-once
	PATH="$(CURDIR)/.build/release:$$PATH" Tests/Soak/hostile

format: ## Lay the sources out
	swift format --in-place --recursive $(sources)

lint: ## Find what the layout or the conventions do not allow
	swift format lint --strict --recursive $(sources)

clean:
	rm -rf .build

# The framework that many use for hooks, for the test that runs it. Without a network it is left out, and
# the test says so.
pre-commit:
	@[ -x .build/pre-commit/bin/pre-commit ] || { \
		python3 -m venv .build/pre-commit && .build/pre-commit/bin/pip install --quiet \
			--disable-pip-version-check pre-commit; \
	} || echo "pre-commit cannot be had: the test that runs it is left out" >&2

build-packages:
	@$(call install,$(build_packages))

install-packages:
	@$(call install,$(install_packages))

test-packages:
	@$(call install,$(test_packages))

bench-packages:
	@$(call install,$(bench_packages))

pages-packages:
	@$(call install,$(pages_packages))

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
