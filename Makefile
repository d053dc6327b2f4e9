# demo, test, check and bench are all one needs to know; each makes its own set-up first.
SHELL := /bin/bash
BIN := .venv/bin
WORKERS ?= 2
export PYTHON

.PHONY: help demo test check bench accept setup programs

help:
	@echo "make demo [FILES='a.docx b.pdf']  đọc tài liệu ví dụ, hoặc tệp của bạn · read the examples, or your own files"
	@echo "make test                         chạy kiểm thử · run the tests"
	@echo "make check                        mọi kiểm tra mã, từ vựng, tài liệu · every check of code, vocabulary and docs"
	@echo "make bench [OF=reading|units]     đo tốc độ · measure how fast it is"

demo: setup programs
	@PATH="$(CURDIR)/$(BIN):$$PATH" tools/demo.sh $(FILES)

test: setup programs
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)
	@$(if $(ARGS),,CAMKET_TEST_DATABASE=postgresql $(BIN)/python -m pytest -n $(WORKERS) tests/ledger)

check: setup
	@tools/check.sh $(BIN)

bench: setup
	@$(if $(NER),$(BIN)/python -m pip install --quiet --no-build-isolation --editable '.[ner]')
	@$(BIN)/python benchmarks/$(or $(OF),reading).py $(ARGS)

# For one who changes a rule and has looked at what it changed: CONTRIBUTING.md.
accept: setup programs
	@$(BIN)/python -m pytest tests/examples/test_golden.py --accept

setup:
	@tools/environment.sh .venv

programs:
	@tools/system_packages.sh
