"""The Dockerfile holds what it must, and copies what the program needs and nothing else."""

import fnmatch
import json
import re

from tests.test_architecture import MAY_IMPORT, ROOT

TEXT = (ROOT / "Dockerfile").read_text("utf-8")
STEPS = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", TEXT, flags=re.MULTILINE)).splitlines()
FROM_HERE = [step.split()[1:] for step in STEPS if step.startswith("COPY") and "--from" not in step]
SOURCES = [source for words in FROM_HERE for source in words[:-1]]
IGNORE = [
    line
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def step(word):
    return [each for each in STEPS if each.startswith(word + " ")]


def test_both_stages_begin_with_one_python_of_one_version():
    images = {each.split()[1] for each in step("FROM")}
    assert len(step("FROM")) == 2
    assert len(images) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+(@sha256:[0-9a-f]{64})?", images.pop())


def test_only_what_the_lock_names_is_installed_hash_by_hash():
    (install,) = [each for each in step("RUN") if "pip install" in each]
    assert "--require-hashes" in install
    assert "--only-binary :all:" in install
    assert "-r /requirements-postgresql.lock" in install
    assert not re.search(r"apt-get|curl|wget|git ", TEXT)


def test_a_user_of_a_fixed_number_runs_it_who_is_not_root():
    (user,) = step("USER")
    assert user == "USER 10001:10001"
    after = STEPS[STEPS.index(user) :]
    assert not [each for each in after if each.startswith(("RUN", "COPY", "ADD"))]


def test_nothing_at_run_time_needs_a_shell():
    (check,) = step("HEALTHCHECK")
    (command,) = step("CMD")
    assert json.loads(check.split("CMD ", 1)[1]) == ["python", "deploy/ready.py"]
    words = json.loads(command.removeprefix("CMD "))
    assert words[:4] == ["python", "-m", "streamlit", "run"]
    assert "--browser.serverAddress=localhost" in words  # or it asks outside who it is
    assert step("STOPSIGNAL") == ["STOPSIGNAL SIGTERM"]
    assert step("VOLUME") == ["VOLUME /data"]


def test_every_source_exists_and_is_let_into_the_build():
    allowed = {line[1:] for line in IGNORE if line.startswith("!")}
    assert IGNORE[0] == "*"
    for source in SOURCES:
        assert list(ROOT.glob(source)), source
        assert source in allowed
    assert allowed == set(SOURCES)


def test_every_room_of_the_program_is_copied_and_nothing_that_only_tests_need():
    rooms = {room if (ROOT / room).is_dir() else f"{room}.py" for room in MAY_IMPORT}
    files = {".streamlit/config.toml", "questions.yaml", "LICENSE", "deploy/ready.py"}
    copied = {str(found.relative_to(ROOT)) for each in SOURCES for found in ROOT.glob(each)}
    assert copied == rooms | files | {"requirements-postgresql.lock"}


def test_answers_and_secrets_never_come_into_the_build():
    denied = [line for line in IGNORE[1:] if not line.startswith("!")]
    for path in ("storage/a.db", "ui/x/a.db-wal", "web/secrets.toml"):
        assert any(fnmatch.fnmatch(path, line.replace("**/", "*/")) for line in denied), path
    assert not re.search(r"(?i)^(ARG|ENV).*(password|secret|token|passphrase)", TEXT, re.MULTILINE)
