# The diagnostic in a container: nobody special runs it, and it writes to /data and /tmp only.
# Build: docker build -t execution-diagnostic .        More: docs/deploy.md
# A tag can be moved, a digest cannot: `docker buildx imagetools inspect` prints the one to add here.

FROM python:3.13.7-slim-bookworm AS packages
COPY requirements-postgresql.lock /
# Only what the lock names, hash by hash, and nothing that would have to be compiled.
RUN python -m venv /venv \
 && /venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --no-compile \
    --only-binary :all: --require-hashes -r /requirements-postgresql.lock \
 && /venv/bin/python -m compileall -q -j 0 /venv \
 && /venv/bin/python -m pip uninstall -q -y pip

FROM python:3.13.7-slim-bookworm
RUN groupadd --system --gid 10001 diagnostic \
 && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin diagnostic \
 && install --directory --owner 10001 --group 10001 --mode 0700 /data
COPY --from=packages /venv /venv
WORKDIR /app
COPY .streamlit/config.toml .streamlit/
COPY *.py questions.yaml LICENSE ./
COPY access access
COPY bank bank
COPY brand brand
COPY discovery discovery
COPY report report
COPY scoring scoring
COPY storage storage
COPY ui ui
COPY web web
COPY pages pages
COPY deploy/ready.py deploy/
RUN /venv/bin/python -m compileall -q -j 0 /app

ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/tmp \
    DIAGNOSTIC_DB=/data/diagnostic.db
USER 10001:10001
VOLUME /data
EXPOSE 8501
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=8s --start-period=60s --start-interval=2s --retries=3 \
    CMD ["python", "deploy/ready.py"]
# Open to the container's own network. With the last flag Streamlit need not ask an outside host for
# its public address in order to print it, which it does otherwise when it listens everywhere.
CMD ["python", "-m", "streamlit", "run", "app.py", \
     "--server.address=0.0.0.0", "--server.port=8501", "--browser.serverAddress=localhost"]
