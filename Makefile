# Everything a newcomer needs: `make demo` shows what the program does, `make test` proves it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
CATALOGUE := evaluation/locale
COMPILED := $(CATALOGUE)/id/LC_MESSAGES/laporan.mo

.PHONY: demo test check lint types imports wheel lock messages bench roundtrip floors clean

demo: $(READY) $(COMPILED)
	mkdir -p out
	$(BIN)/laporan new --example --force out/evaluasi-2024.xlsx
	$(BIN)/laporan build out/evaluasi-2024.xlsx -o out

check: lint types imports test

test: $(READY) $(COMPILED)
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

wheel: $(READY)
	rm -rf build dist
	$(BIN)/python -m build --wheel --no-isolation

# The environment: what the lock files say, checked by hash, and this project in place.
$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "laporan needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python has no venv module. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

# Installing compiles the catalogue; this does it again when a translation was changed or pulled.
$(COMPILED): $(COMPILED:.mo=.po) | $(READY)
	$(BIN)/python setup.py --quiet build_catalogue --inplace

# Renew the lock files (needs uv, which is no dependency of the project).
lock:
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-annotate --no-header \
	  pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-annotate --no-header \
	  --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

# Renew the message catalogue from the code, and compile it after its translations were edited.
messages: $(READY)
	$(BIN)/pybabel -q extract --no-location --omit-header --sort-output -k _ -k ngettext:1,2 \
	  -o $(CATALOGUE)/laporan.pot evaluation letters extractors generator
	$(BIN)/pybabel -q update --domain laporan --no-fuzzy-matching --ignore-obsolete \
	  -i $(CATALOGUE)/laporan.pot -d $(CATALOGUE)
	rm $(CATALOGUE)/laporan.pot
	$(BIN)/python setup.py --quiet build_catalogue --inplace

bench: $(READY)
	$(BIN)/python -m benchmarks.build_round

# Every report and packet of the example made, read back from its pages, compared.
roundtrip: $(READY)
	$(BIN)/python -m benchmarks.roundtrip

# The archive of 31 layouts of past reports read, held against the figures recorded for it.
floors: $(READY)
	$(BIN)/python -m benchmarks.archive --floor

clean:
	rm -rf build dist out .pytest_cache .mypy_cache .ruff_cache
