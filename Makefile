# Two commands for a newcomer: `make demo` and `make test`. Each makes .venv and installs what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check docs clean

demo: $(READY)  ## build the bundled case and open it in the browser
	$(BIN)/tawatur demo

test: $(READY)  ## run every test
	$(BIN)/python -m pytest

check: $(READY)  ## linters, types, import contracts, docs tests
	$(BIN)/ruff check src tests tools bench quality
	$(BIN)/ruff format --check src tests tools bench quality
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/docs

docs: $(READY)  ## the site of docs/, without a warning
	$(BIN)/mkdocs build --strict

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Tawatur needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $(READY)

clean:  ## remove what the commands above made
	rm -rf $(VENV) demo.tawatur demo.tawatur-wal demo.tawatur-shm .mypy_cache .ruff_cache .pytest_cache .hypothesis
