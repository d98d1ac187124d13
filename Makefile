# The README's commands. Needs Python 3 (3.11 or newer is fetched for the application if there is none) and nothing else.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

# A uv that really works here and in nlu/ (a pyenv shim may not), by its absolute path; else one of the project's own.
UV := $(shell (uv --version && cd nlu && uv --version) >/dev/null 2>&1 && command -v uv || echo .tools/uv/bin/uv)
BIN := .venv/bin
APPLICATION := .venv/.ready
RASA := nlu/.venv/.ready
BROWSER := .tools/browser

.PHONY: help setup run test check bench

help: ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/'

setup: $(APPLICATION) $(RASA) ## both environments

run: $(APPLICATION) $(RASA) ## the application, with everything it needs
	@exec $(BIN)/lotse serve

test: $(APPLICATION) $(RASA) $(BROWSER) ## the whole suite, browser tests included
	@$(BIN)/pytest

check: $(APPLICATION) ## format, lint, types, import contracts, content
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/lotse content check content

bench: $(APPLICATION) $(RASA) ## the benchmarks, as JSON lines and a table
	@$(BIN)/python -m tests.bench

.tools/uv/bin/uv:
	@echo "Fetching uv into .tools/ ..."
	@python3 -m venv .tools/uv || { echo "python3 cannot make an environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@.tools/uv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5,<1'

$(APPLICATION): pyproject.toml uv.lock | $(filter .tools/%,$(UV))
	@"$(UV)" sync --frozen --quiet
	@touch $@

$(RASA): nlu/pyproject.toml nlu/uv.lock nlu/.python-version | $(filter .tools/%,$(UV))
	@"$(UV)" --directory nlu sync --frozen --quiet
	@touch $@

$(BROWSER): $(APPLICATION)
	@mkdir -p .tools
	@tests/install_browser
	@touch $@
