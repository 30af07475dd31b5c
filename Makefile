# The few commands that everybody needs. `make demo` on a fresh clone is the way in.

DRILLCTL := .build/release/drillctl
# Release, and without testability: the tests use the very objects that the demo has built, nothing compiles twice.
TEST_FLAGS := -c release --disable-testable-imports --disable-xctest

.PHONY: demo build test format check docs reports bench clean

# The sample's own day, so that the pages in reports/ come out as they are.
demo: build ## Install what is missing, build drillctl, run the sample exercise
	$(DRILLCTL) run scenarios/exercises/autumn-drill.json --date 2026-11-25

build: ## Build drillctl in release
	@scripts/bootstrap
	swift build -c release --product drillctl

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

reports: build ## Write the sample report and the picture in README again
	scripts/sample-reports

bench: ## Run the benchmarks
	@scripts/bootstrap
	swift package --package-path Benchmarks -c release benchmark
	swift build -c release --product drillctl
	Benchmarks/whole-process

clean:
	swift package clean
