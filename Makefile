# make demo    collate the sample gazette with its standalone file, and say where the report lies
# make test    run the tests
# make check   everything that must hold before a change is taken
# make bench   speed and memory beside other tools
# make accuracy   how often the tool is wrong, on real texts; writes docs/accuracy.md
# make screenshots   draw the pictures of docs/images anew (needs /usr/bin/chromium)
# make clean   remove what the targets above have made
#
# The first target that needs it makes .venv. PYTHON chooses the interpreter (3.11 or newer).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/ready
BENCH_STAMP := $(VENV)/ready-bench
OUT := out

.DEFAULT_GOAL := demo
.PHONY: demo test check bench accuracy screenshots clean setup

setup: $(STAMP)

# Dependency groups (PEP 735) need pip 25.1: the pip of a fresh environment may be older.
$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

$(BENCH_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --group bench
	touch $@

# Exit code 1 says that the texts differ, which they shall; 2 is trouble.
demo: $(STAMP)
	@mkdir -p $(OUT)
	@$(BIN)/jiaokan compare samples/gazette/gazette.txt samples/gazette/standalone.txt \
	  -o $(OUT)/report.html -o $(OUT)/report.json -o - || test $$? -eq 1
	@echo
	@echo "网页报告 / web page: $(CURDIR)/$(OUT)/report.html"
	@echo "数据 / data:         $(CURDIR)/$(OUT)/report.json"

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/vulture
	$(BIN)/python -m tools.rules_page --check
	$(BIN)/python -m pytest

bench: $(BENCH_STAMP)
	$(BIN)/python -m benchmarks.speed

# Exit code 1 says that a goal is not reached; the page says which.
accuracy: $(BENCH_STAMP)
	@$(BIN)/python -m benchmarks.accuracy || test $$? -eq 1

screenshots: $(STAMP)
	$(BIN)/python -m tools.screenshots

clean:
	rm -rf $(VENV) $(OUT) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
