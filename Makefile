# mayoke: what a contributor types. `make help` lists it.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
# Where the mail collections lie that train, evaluate and bench read; they are no part of this tree.
CORPORA ?= ../shared
MAILS ?=
JOBS ?= 2

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet
READY := .venv/.ready
READY_TRAIN := .venv/.ready-train

.PHONY: help setup components demo serve test lint check format bench bench-memory specimens train evaluate registry phrases docs pictures lock clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(READY)  ## an environment in .venv with everything that is needed (quick the second time)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "mayoke needs Python 3.11 or newer; name it: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv >.venv.log 2>&1 && rm -f .venv.log \
	  || { rm -rf .venv .venv.log; echo "No virtual environment could be made; on Debian and Ubuntu: sudo apt-get install python3-venv python3-pip" >&2; exit 1; }

$(READY): requirements/dev.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(READY_TRAIN): requirements/train.txt $(READY)
	$(PIP) --require-hashes -r requirements/train.txt
	@touch $@

demo: setup  ## judge the three mails in examples/, read the notice there, make a plan, in Japanese and in English
	@for lang in ja en; do for mail in examples/*.eml; do \
	  printf '\n$$ mayoke check --lang %s %s\n\n' $$lang $$mail; \
	  $(BIN)/mayoke check --lang $$lang $$mail || [ $$? -le 4 ] || exit 1; \
	done; done
	@for lang in ja en; do \
	  printf '\n$$ mayoke breach read --lang %s examples/notice.txt\n\n' $$lang; \
	  $(BIN)/mayoke breach read --lang $$lang examples/notice.txt || exit 1; \
	  printf '\n$$ mayoke help --lang %s clicked\n\n' $$lang; \
	  $(BIN)/mayoke help --lang $$lang clicked || exit 1; \
	done

serve: setup  ## open the web page on this machine: http://localhost:8080/
	$(BIN)/mayoke serve

components:  ## what the tests need from the system: PostgreSQL, Chromium, a Japanese font
	@sh tools/components.sh

test: setup components  ## the tests
	$(BIN)/python -m pytest -q -n $(JOBS)

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## everything that must hold before a change goes in: form, types, imports, tests

format: setup  ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup components  ## speed, hostile input, memory: mails, notices, ledger, purchases, server (MAILS: a folder of mails to use)
	$(BIN)/python -m bench.speed $(MAILS)
	$(BIN)/python -m bench.hostile
	$(BIN)/python -m bench.memory 100000 $(MAILS)
	$(BIN)/python -m bench.notices
	$(BIN)/python -m bench.ledger
	$(BIN)/python -m bench.purchases
	$(BIN)/python -m bench.server

train: $(READY_TRAIN)  ## make the weights again (reads CORPORA)
	$(BIN)/python -m tools.train $(CORPORA)

evaluate: setup  ## recall and false alarms on mails, facts of notices (reads CORPORA)
	$(BIN)/python -m tools.evaluate $(CORPORA) --write docs/accuracy.md
	$(BIN)/python -m tools.evaluate_notices $(CORPORA)/notices $(wildcard tests/notices/*/) --write docs/accuracy.md
	$(BIN)/python -m tools.evaluate_campaigns $(CORPORA)
	$(BIN)/python -m tools.evaluate_redaction

registry: setup  ## compile the registry's records into the one data file that is loaded
	$(BIN)/python -m mayoke.registry.compile

phrases: setup  ## how often each phrase fires, and on what (reads CORPORA)
	$(BIN)/python -m tools.phrases $(CORPORA)

specimens: setup  ## accept what every specimen shows now; then read the difference
	$(BIN)/python -m tools.specimens --accept

docs: setup  ## write docs/signals.md and the help blocks of docs/commands.md again
	$(BIN)/python -m tools.document

pictures: setup components  ## make the screenshots in docs/pictures again
	$(BIN)/python -m tools.screenshots docs/pictures

lock:  ## choose the versions in requirements/ again (needs uv)
	for set in run dev train; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --upgrade pyproject.toml --all-extras \
	    $$(test $$set = run || echo --group dev) $$(test $$set != train || echo --group train) \
	    -o requirements/$$set.txt; \
	done

clean:  ## remove what was made, the environment too
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
