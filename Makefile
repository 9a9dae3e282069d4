# Everything sets itself up: uv is used where it is there, else installed privately under .tools.

SHELL := /bin/bash
.DEFAULT_GOAL := help

UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
BIN := .venv/bin
export DAGSTER_HOME ?= $(CURDIR)/.dagster
export VIRTUAL_ENV := $(CURDIR)/.venv
PORT ?= 3000

.PHONY: help run test check prove bench screenshots ui

help: ## Show what there is to do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

run: .venv/.ready ## Do the main job on the built-in sample site, then say what was published
	@$(BIN)/communique run --sample

test: .venv/.ready ## Run the tests (LIVE=1 also asks the live sites)
	@$(BIN)/python -m pytest -n 2 --dist loadfile
	@if [ -n "$$LIVE" ]; then $(BIN)/python -m pytest -m live --force-enable-socket -rA tests/live; fi

# Three at a time on two cores, since the longest wait more than they work.
prove: .venv/.ready ## Run the long proofs: kills at random moments, readers under publishing, disks full and closed
	@$(BIN)/python -m pytest -m prove -n 3 --dist worksteal tests

bench: .venv/.ready $(UV) ## Measure the article reader and the extractor, beside their peers and limits
	@$(UV) sync --frozen --quiet --group bench
	@$(BIN)/python -W ignore -m benchmarks.parse
	@$(BIN)/python -m benchmarks.extract

check: .venv/.ready ## All gates: format, lint, types, import contracts, SQL lint, tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/sqlfluff lint --disable-progress-bar sql
	@$(MAKE) --no-print-directory test

screenshots: .venv/.ready ## Make the pictures of the README again, from the sample (needs Chromium)
	@$(BIN)/python -m tests.screenshots

ui: .venv/.ready $(DAGSTER_HOME)/dagster.yaml ## Open the Dagster UI with the live sources and schedules (PORT=3000)
	@$(BIN)/dg dev --host 127.0.0.1 --port $(PORT)

# The environment is made anew when what it is made from has changed.
.venv/.ready: pyproject.toml uv.lock | $(UV)
	@$(UV) sync --frozen --quiet
	@touch $@

# Debian ships Python without venv; pip alone will do.
.tools/bin/uv:
	@echo "Installing uv privately under .tools"
	@if python3 -m venv .tools 2>/dev/null; then \
		.tools/bin/python -m pip install --quiet --disable-pip-version-check uv; \
	else \
		rm -rf .tools && python3 -m pip install --quiet --disable-pip-version-check --target .tools/lib uv \
		&& mkdir -p .tools/bin && ln -s ../lib/bin/uv $@; \
	fi

$(DAGSTER_HOME)/dagster.yaml: pipelines/dagster.yaml
	@mkdir -p $(@D)
	@cp $< $@
