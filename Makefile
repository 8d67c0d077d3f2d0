# Every habit of the project in one place; `make` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
LOCK := packaging/requirements.txt
LIBRARIES := $(VENV)/.libraries
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

LOCALE := assets/locale
TEMPLATE := $(LOCALE)/ryg_app.pot
CATALOGUES := $(wildcard $(LOCALE)/*/LC_MESSAGES/ryg_app.po)
COMPILED := $(CATALOGUES:.po=.mo)

.PHONY: help
help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(READY) $(COMPILED) ## Install everything into .venv, and the system libraries Qt needs

.PHONY: run
run: setup ## Start the program; without a display, draw its pages into build/demo
	@if [ "$$(uname)" != Linux ] || [ -n "$${DISPLAY:-}" ] || [ -n "$${WAYLAND_DISPLAY:-}" ]; then \
	    exec $(BIN)/ryg-app; \
	else \
	    QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.demo build/demo && \
	    echo "There is no display here, so the program was drawn into build/demo:" && ls build/demo; \
	fi

.PHONY: test
test: setup ## Run the tests; no display is needed
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4

.PHONY: check
check: setup ## Check lint, formatting, types, layers, catalogues and assets
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python packaging/check_catalogues.py
	$(BIN)/python packaging/check_assets.py

.PHONY: catalogues
catalogues: $(READY) ## Collect the words of the source, update and compile the catalogues
	$(BIN)/pybabel --quiet extract --output-file=$(TEMPLATE) --project=RygApp \
	    --copyright-holder="The RygApp contributors" --add-location=file --sort-output src
	$(BIN)/pybabel --quiet update --domain=ryg_app --input-file=$(TEMPLATE) --output-dir=$(LOCALE) \
	    --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=110
	$(BIN)/pybabel --quiet compile --domain=ryg_app --directory=$(LOCALE)

.PHONY: bench
bench: setup ## Measure speed and memory
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks -p no:randomly --timeout=0

.PHONY: fuzz
fuzz: setup ## Read damaged plan and log files; RYG_APP_FUZZ says how many (100000)
	$(BIN)/python -m tests.fuzz

.PHONY: pictures
pictures: setup ## Draw every exercise, moment by moment, into build/pictures
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/make_pictures.py

.PHONY: lock
lock: $(READY) ## Resolve the dependencies anew into packaging/requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group dev --group build --output-file $(LOCK) --upgrade --quiet \
	    --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: clean
clean: ## Remove everything that can be made again
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -f $(TEMPLATE) $(COMPILED)
	find src tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	sh packaging/create_environment.sh $(VENV)

$(LIBRARIES): packaging/install_system_libraries.sh | $(BIN)/python
	sh packaging/install_system_libraries.sh
	@touch $@

$(READY): $(LOCK) pyproject.toml packaging/hatch_build.py $(LIBRARIES) | $(BIN)/python
	$(PIP) install --require-hashes --requirement $(LOCK)
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(LOCALE)/%/LC_MESSAGES/ryg_app.mo: $(LOCALE)/%/LC_MESSAGES/ryg_app.po | $(READY)
	$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@ --locale=$*
