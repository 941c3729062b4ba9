# Everything a newcomer needs: `make demo` shows what the program does, `make test` proves it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CATALOGUE := evaluation/locale
COMPILED := $(CATALOGUE)/id/LC_MESSAGES/laporan.mo

# A Python that was named makes the environment anew when it is another one.
NAMED := $(filter-out file,$(origin PYTHON))
ENVIRONMENT := $(PYTHON) environment.py --venv $(VENV) $(if $(NAMED),--this-python)

.PHONY: runtime development demo test check lint types imports floors messy fuzz faults locks verapdf \
  test-web long dist wheel lock messages bench roundtrip clean

demo: runtime $(COMPILED)
	mkdir -p out
	$(BIN)/laporan new --example --force out/evaluasi-2024.xlsx
	$(BIN)/laporan build out/evaluasi-2024.xlsx -o out

check: lint types imports test

test: development $(COMPILED)
	$(BIN)/python -m pytest -n auto --dist worksteal --ignore tests/web

# The page in a real browser (needs Chromium).
test-web: development $(COMPILED)
	$(BIN)/python -m pytest tests/web -n auto --dist worksteal

lint: development
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: development
	$(BIN)/mypy

imports: development
	$(BIN)/lint-imports

# Random examples; one that falls is written down as a test, with the fix.
SEED ?= $(shell date +%s)
fuzz: development $(COMPILED)
	$(BIN)/python -m pytest -n auto --hypothesis-profile fuzz
	$(BIN)/python -m benchmarks.fuzz --inputs 10000 --seed $(SEED)

# Everything that proves something, however long: see .ci/run.
long:
	.ci/run --long

# Faults planted in the code: how many the tests beside it notice.
faults: development $(COMPILED)
	$(BIN)/python -m benchmarks.faults extractors generator --draw 200 --seed $(SEED)

# Wheel and sdist of the last commit: the same bytes wherever and whenever they are built.
dist: development
	rm -rf build dist
	mkdir -p build/source
	git archive HEAD | tar -x -C build/source
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) \
	  $(BIN)/python -m build --no-isolation --outdir dist build/source

wheel: dist

# The environments: the runtime lock alone, or all that developing needs; both with this checkout.
runtime:
	@$(ENVIRONMENT) requirements.lock

development:
	@$(ENVIRONMENT) requirements-dev.lock

# Installing compiles the catalogue; this does it again when a translation was changed or pulled.
$(COMPILED): $(COMPILED:.mo=.po) | runtime
	$(BIN)/python setup.py --quiet build_catalogue --inplace

# Renew the lock files, and see that they serve every machine (needs uv, no dependency of ours).
LOCK := uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-annotate --no-header
lock:
	$(LOCK) -c constraints.txt --extra scan --extra web --group build pyproject.toml -o requirements.lock
	$(LOCK) -c constraints.txt --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

locks:
	$(PYTHON) -m benchmarks.locks

# Renew the message catalogue from the code, and compile it after its translations were edited.
messages: development
	$(BIN)/pybabel -q extract -F pyproject.toml --no-location --omit-header --sort-output -k _ -k ngettext:1,2 \
	  -o $(CATALOGUE)/laporan.pot evaluation letters extractors generator
	$(BIN)/pybabel -q update --domain laporan --no-fuzzy-matching --ignore-obsolete \
	  -i $(CATALOGUE)/laporan.pot -d $(CATALOGUE)
	rm $(CATALOGUE)/laporan.pot
	$(BIN)/python setup.py --quiet build_catalogue --inplace

bench: development
	$(BIN)/python -m benchmarks.build_round

# Every report and packet of the example made, read back from its pages, compared.
roundtrip: development
	$(BIN)/python -m benchmarks.roundtrip

# Every PDF of both examples, judged by veraPDF as PDF/A-3a and PDF/UA-1 (needs Java).
verapdf: development $(COMPILED)
	$(BIN)/python -m tests.verapdf

# The archive of 31 layouts of past reports read, held against the figures recorded for it.
floors: development
	$(BIN)/python -m benchmarks.archive --floor

# Messy spreadsheets of two sets collected, held against the figures recorded for them.
messy: development
	$(BIN)/python -m benchmarks.messy --floor

clean:
	rm -rf build dist out .pytest_cache .mypy_cache .ruff_cache
