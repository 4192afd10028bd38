# Every target makes its own .venv from the hashed lock files: Python >= 3.11 and make are enough.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKS := requirements-build.lock requirements-dev.lock
STAMP := $(VENV)/.installed
BREADTH := $(CURDIR)/.breadth
PROCESSES ?= $(shell $(PYTHON) -c "import os; print(min((os.cpu_count() or 2) + 1, 6))")

.PHONY: demo run test search soak check bench busy lock format clean

demo: $(STAMP)
	@$(BIN)/linli demo $(ARGS)

run: $(STAMP)
	@$(BIN)/linli run

# A file's tests share its community or its browser, so one process runs them; the longest files come early as it is.
# One process more than there are cores: end-to-end tests wait for a good part of their time. Six use up what memory a
# small machine has.
# After a whole run: was everything exercised over HTTP? (see tests/breadth.py)
test: export PYTHONDONTWRITEBYTECODE := # what was compiled once is kept, or every process would do so again
test: $(STAMP)
	@$(BIN)/coverage erase
	@rm -f $(BREADTH)
	@BREADTH_FILE=$(BREADTH) $(BIN)/python -m pytest -n $(PROCESSES) --dist loadfile --no-loadscope-reorder --cov --cov-report= $(ARGS)
	@$(BIN)/coverage report
	@$(if $(ARGS),,$(BIN)/python -m tests.breadth $(BREADTH))

# Generated cases from a new seed, twenty times as many: what is found becomes an @example of its test.
search: $(STAMP)
	LINLI_TEST_PROFILE=search $(BIN)/pytest --no-cov -q -n auto $$(grep -rl "from hypothesis" tests/unit tests/contract)

# The crash test at full size; writes docs/soak.md. Half an hour and more.
soak: $(STAMP)
	@$(BIN)/python -m tests.e2e.soak $(ARGS)

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/python -m tests.static.check_suppressions

bench: $(STAMP)
	@for file in benchmarks/bench_*.py; do $(BIN)/python -m benchmarks.$$(basename $$file .py) || exit 1; done

# A group that gets more than it may, at Telegram's own pace: ten minutes.
busy: $(STAMP)
	@$(BIN)/python -m benchmarks.busy_group

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Renews every pin. No index address is written: --no-emit-index-url, and pins carry hashes only.
lock: $(STAMP)
	$(BIN)/uv pip compile -q $(COMPILE) --group build -o requirements-build.lock
	$(BIN)/uv pip compile -q $(COMPILE) --upgrade pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q $(COMPILE) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
COMPILE := --generate-hashes --no-header --no-annotate --no-emit-index-url --universal --python-version 3.11

$(STAMP): $(LOCKS) pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) from the lock files (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-build.lock
	@$(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes --no-build-isolation --compile-bytecode $(LOCKS)
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .coverage .coverage.* build *.egg-info
