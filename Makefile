# Two commands for everybody: `make demo` and `make test`. Each makes its own environment in .venv; nothing else is needed but Python 3.11+.
# Where the Python to use has another name: make demo PYTHON=python3.12

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
OUT ?= out

.PHONY: demo test check format lint types contracts coverage corpus evaluate wheel clean

demo: $(VENV)/.core  ## run the three main jobs on the sample corpus; results in out/
	@$(BIN)/python scripts/demo.py $(OUT)

test: $(VENV)/.dev  ## run all tests
	$(BIN)/python -m pytest

check: format lint types contracts coverage  ## everything that CI checks

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

coverage: $(VENV)/.dev  ## tests with the coverage floor
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

corpus: $(VENV)/.dev  ## print the sample PDFs again from their sources
	$(BIN)/python scripts/make_corpus.py

evaluate: $(VENV)/.dev  ## score the tree; sets in PLANTEXT_DATA are scored where it is set
	$(BIN)/python scripts/evaluate.py -o $(OUT)/evaluation.json

wheel: $(VENV)/.core  ## a wheel in dist/ that reads PDFs an eighth faster, by compiled modules; wants a C compiler and some minutes
	rm -rf dist build/wheel && mkdir -p build/wheel  # of a copy: compiled modules that lie beside their sources would be used instead of them
	cp -R plantext pyproject.toml README.md LICENSE NOTICE build/wheel
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist ./build/wheel
	rm -rf build/wheel
	$(BIN)/python scripts/check_wheel.py dist/*.whl

$(VENV)/.core: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(VENV)/.core $@

clean:
	rm -rf $(VENV) $(OUT) build dist *.egg-info
