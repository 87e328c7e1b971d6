# Everything runs in .venv, which is made from the lock file the first time it is needed.
PYTHON ?= python3
VENV := .venv
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test test-all bench check due lock clean

site: $(VENV)/ready
	$(VENV)/bin/scrutiny build

serve: $(VENV)/ready
	$(VENV)/bin/scrutiny serve

check: $(VENV)/ready
	$(VENV)/bin/scrutiny check

# Ends with an error where something is overdue.
due: $(VENV)/ready
	@$(VENV)/bin/scrutiny due

test: $(VENV)/ready
	@sh .ci/need-chromium
	@sh .ci/need-java
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/scrutiny check
	$(VENV)/bin/python -m pytest -n 2

# The same with every case of the slow suites; nightly.
test-all: export SCRUTINY_TEST_ALL := 1
test-all: test

bench: $(VENV)/ready
	$(VENV)/bin/python -m tests.bench
	$(VENV)/bin/python -m tests.bench_minutes

$(VENV)/ready: requirements.lock pyproject.toml
	@sh .ci/need-venv $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Resolve the newest allowed releases again, for every Python from 3.11.2, with hashes and without any address.
lock: $(VENV)/ready
	$(VENV)/bin/python -m pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes --no-header \
		--no-annotate --no-config --no-emit-index-url --no-emit-find-links --extra test pyproject.toml --output-file requirements.lock

clean:
	rm -rf .scrutiny site
