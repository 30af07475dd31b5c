# The few commands that everybody needs. `make demo` on a fresh clone is the way in.

DRILLCTL := .build/release/drillctl
# For this machine's processor: one place for the flags, so that demo, tests and benchmarks share their objects.
SWIFT_FLAGS := -c release $(shell scripts/swift-flags)
# Release, and without testability: the tests use the very objects that the demo has built, nothing compiles twice.
TEST_FLAGS := $(SWIFT_FLAGS) --disable-testable-imports --disable-xctest

.PHONY: demo hint build test format check docs reports bench dist clean

# The sample's own day, so that the pages in reports/ come out as they are.
demo: hint build ## Install what is missing, build drillctl, run the sample exercise
	$(DRILLCTL) run scenarios/exercises/autumn-drill.json --date 2026-11-25

# The first build takes minutes; there is something to read meanwhile.
hint:
	@echo "The report that comes of this lies here already; open it in a browser while drillctl is built:"
	@echo "  reports/autumn-drill/index.html                all six companies"
	@echo "  reports/autumn-drill/companies/harbor-credit/   one sheet for a manager, and the report behind it"
	@echo "  docs/reports.md                                how to read it"
	@echo "A first build takes some minutes."

build: ## Build drillctl in release
	@scripts/bootstrap
	@swift build $(SWIFT_FLAGS) --product drillctl

test: ## Run all tests
	@scripts/bootstrap
	swift test $(TEST_FLAGS)

format: ## Format the Swift sources in place
	swift format --in-place --parallel --recursive Package.swift Sources Tests

check: ## All that CI runs, in the same words
	scripts/check

docs: ## Write again what is generated: the embedded catalog, schemas, docs/catalog.md, docs/cli.md
	scripts/embed
	@$(MAKE) --no-print-directory build
	scripts/generate

reports: build ## Write the sample report and the pictures in README again
	scripts/sample-reports

bench: ## Run the benchmarks
	@scripts/bootstrap
	swift package --package-path Benchmarks $(SWIFT_FLAGS) benchmark
	@swift build $(SWIFT_FLAGS) --product drillctl
	Benchmarks/whole-process

dist: ## A tarball that runs without a Swift toolchain: dist/
	@scripts/bootstrap
	scripts/dist

clean:
	swift package clean
