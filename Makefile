# What developers do often. `tests/run` sets everything up first and then does `make check`.
BIN ?= .venv/bin

.PHONY: start check format lint types contracts words test lock

start:
	$(BIN)/streamlit run app.py

check: lint types contracts words test

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

words:
	$(BIN)/python -m tests.words

test:
	$(BIN)/python -m pytest

lock:
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock
