# Verbs of this repository; `make help` lists them. GNU make 3.81 or later and a POSIX shell.

PORT    ?= 8501
ADDRESS ?= 127.0.0.1
WORKERS ?= 2
BIN     := .venv/bin/python

# Settings of the caller's shell that would change which code runs or where packages land.
unexport PYTHONPATH PYTHONHOME PYTHONSAFEPATH PYTHONWARNINGS PYTHONSTARTUP MYPYPATH PYTEST_PLUGINS
unexport PIP_TARGET PIP_PREFIX PIP_ROOT PIP_CONSTRAINT PIP_REQUIREMENT UV_SYSTEM_PYTHON UV_CONSTRAINT
export PIP_USER = 0
export PIP_DISABLE_PIP_VERSION_CHECK = 1

# A stamp is written only after a complete install and is named after what was installed. The
# development lock contains the runtime lock, so either stamp is good enough to run the app.
RUN_READY := .venv/.run-$(shell cksum < requirements.lock | tr ' ' '-')
DEV_READY := .venv/.dev-$(shell cat requirements.lock requirements-dev.lock | cksum | tr ' ' '-')
ANY_READY := $(firstword $(wildcard $(DEV_READY) $(RUN_READY)) $(RUN_READY))

# An upgrade of the computer's Python can leave .venv without one: then everything is set up anew.
ifneq ($(shell $(BIN) -I -c 'print("works")' 2>/dev/null),works)
$(RUN_READY) $(DEV_READY): again
endif

.PHONY: help run test faults fuzz lint lock bench cover mutants schema passphrase retention backup clean again person audit sbom licences
.DEFAULT_GOAL := help

help:  ## List the verbs
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

run: $(ANY_READY)  ## Serve the diagnostic on http://ADDRESS:PORT (127.0.0.1:8501)
	@$(BIN) -m streamlit run app.py --server.address=$(ADDRESS) --server.port=$(PORT)

test: lint  ## Lint, check types, lint the question bank, run every test
	@$(BIN) -m pytest -n $(WORKERS) --dist loadfile

faults: $(DEV_READY)  ## Kill the server a hundred times and count what is lost; the other faults as well
	@FAULT_ROUNDS=100 $(BIN) -m pytest tests/storage/test_postgresql_faults.py tests/web tests/browser/test_lost_connection.py --log-cli-level=INFO

fuzz: $(DEV_READY)  ## Ten minutes (MINUTES=) of made-up banks, answer files and texts, each
	@for target in bank answers text; do $(BIN) -m tests.fuzz $$target --minutes $(or $(MINUTES),10) || exit 1; done

lint: $(DEV_READY)  ## Everything `make test` does before the tests
	@$(BIN) -m ruff check --quiet .
	@$(BIN) -m ruff format --quiet --check .
	@$(BIN) -m mypy --no-error-summary
	@$(BIN) -m bank questions.yaml
	@test ! -e brand.yaml || $(BIN) -m brand brand.yaml

schema: $(DEV_READY)  ## Write the JSON Schema that editors use for questions.yaml
	@$(BIN) -m bank --schema > questions.schema.json.part || { rm -f questions.schema.json.part; exit 1; }
	@mv questions.schema.json.part questions.schema.json

bench: $(DEV_READY)  ## Measure, with the peers beside our own figures
	@test -d benchmarks || { echo 'There are no benchmarks yet.'; exit 1; }
	@missed=0; for file in benchmarks/bench_*.py; do $(BIN) "$$file" || missed=1; done; exit $$missed

screenshots: $(DEV_READY)  ## Take the pictures of docs/pictures anew, from the running pages
	@$(BIN) -m tests.browser

cover: $(DEV_READY)  ## Run the tests and show which branches none of them took
	@$(BIN) -m pytest --cov --cov-report=term-missing

mutants: $(DEV_READY)  ## Change the code a thousand ways and list what no test noticed
	@$(BIN) -m mutmut run
	@$(BIN) -m mutmut results

passphrase: $(ANY_READY)  ## Ask for a passphrase for the consultant’s workspace and print the line to set
	@$(BIN) -m access

retention: $(ANY_READY)  ## Delete what was kept for long enough: 30 days unshared (DAYS=), 12 months shared (MONTHS=)
	@$(BIN) -m storage retention $(if $(DAYS),--unshared-days $(DAYS)) $(if $(MONTHS),--shared-months $(MONTHS))

backup: $(ANY_READY)  ## Copy the store into a new file (TO=backup.db) while it is used
	@test -n '$(TO)' || { echo 'Name the file to make: make backup TO=backup.db' >&2; exit 2; }
	@$(BIN) -m storage backup '$(TO)'

person: $(ANY_READY)  ## What is kept of somebody: ARGS='find WHO', export, correct or erase (PRIVACY.md)
	@$(BIN) -m storage person $(ARGS)

audit: $(DEV_READY)  ## Look the locked versions up among known vulnerabilities; says so if it could not
	@$(BIN) -m supply audit

sbom: $(DEV_READY)  ## Write the bill of materials of what is deployed to sbom.json (CycloneDX)
	@$(BIN) -m supply sbom sbom.json

licences: $(DEV_READY)  ## List the licence of every package, and those that nobody has allowed
	@$(BIN) -m supply licences

clean:  ## Remove what can be made again; answers kept in data/ stay
	@rm -rf .venv mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.* htmlcov
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- set-up -------------------------------------------------------------------------------------

# Sets $python to the first candidate that runs, is new enough and can make a virtual environment.
FIND_PYTHON = python= ; needed=ensurepip; \
	if command -v uv >/dev/null 2>&1; then needed=venv; fi; \
	for candidate in $(if $(PYTHON),"$(PYTHON)") python3.13 python3.12 python3.11 python3; do \
	  python=$$("$$candidate" -I -c "import sys, $$needed; \
	    print(sys.executable if sys.version_info >= (3, 11) else '')" 2>/dev/null) || python= ; \
	  if [ -n "$$python" ]; then break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'Python 3.11 or later with its venv module is needed, and none was found here.' >&2; \
	  echo 'Install one, or name it: make PYTHON=/path/to/python3 …' >&2; \
	  exit 1; \
	fi

$(RUN_READY): LOCK := requirements.lock
$(DEV_READY): LOCK := requirements-dev.lock

# The development set goes on top of a current runtime set; everything else begins with an empty
# .venv, so that nothing an older lock installed stays behind. The stamp is this run's own mark
# renamed: if a second `make` emptied .venv meanwhile, the mark is gone and no stamp is written.
$(RUN_READY) $(DEV_READY):
	@echo 'Setting up .venv from $(LOCK) (once, until the lock changes) …'
	@set -e; \
	if [ -e '$(RUN_READY)' ] && $(BIN) -I -c '' 2>/dev/null \
	  && { command -v uv || $(BIN) -m pip --version; } >/dev/null 2>&1; then \
	  rm -f '$(RUN_READY)'; \
	else \
	  $(FIND_PYTHON); \
	  rm -rf .venv; \
	  if command -v uv >/dev/null 2>&1; \
	  then uv venv --quiet --no-project --python "$$python" .venv; \
	  else "$$python" -m venv .venv; fi; \
	fi; \
	started=.venv/.started-$$$$; touch "$$started"; \
	if command -v uv >/dev/null 2>&1; \
	then uv pip install --quiet --python $(BIN) --require-hashes -r $(LOCK); \
	else $(BIN) -m pip install -qq --require-hashes -r $(LOCK); fi; \
	mv "$$started" '$@'

# Resolved for every platform and every Python from 3.11 on, naming no index and no folder. Runs
# without .venv, because a broken lock is what it is there to mend.
COMPILE = UV_FIND_LINKS= uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links $(LOCK_ARGS)

lock:  ## Renew both lock files within the ranges of pyproject.toml (LOCK_ARGS=--upgrade for newer)
	@command -v uv >/dev/null 2>&1 || { echo '`make lock` needs uv; nothing else here does.' >&2; exit 1; }
	@$(COMPILE) --output-file requirements.lock >/dev/null
	@$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock >/dev/null
	@$(COMPILE) --extra postgresql --constraint requirements-dev.lock --output-file requirements-postgresql.lock >/dev/null
	@for lock in requirements.lock requirements-dev.lock requirements-postgresql.lock; do \
	  { echo '# Exact versions with hashes, made from pyproject.toml by `make lock`. Not edited by hand.'; \
	    grep -v '^#' $$lock; } > $$lock.part && mv $$lock.part $$lock || exit 1; \
	done
