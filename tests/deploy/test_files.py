"""The files for a deployment, held against their own schemas and tools, and against each other."""

import re
import shutil
import subprocess
import sys

import kubernetes_validate
import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from deploy import ready
from tests.needs import need_nginx
from tests.test_architecture import ROOT
from tests.web.gateway import here

DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
KUBERNETES = list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8")))
UNIT = (DEPLOY / "execution-diagnostic@.service").read_text("utf-8")
SECRET = re.compile(
    r"(?i)(?:password|secret|passphrase)['\"]?[=:] *['\"]?\w{6,}"
    r"|argon2id\$v|-----BEGIN|://\w+:\w+@(?!(?-i:HOST))"
)


def kind(name):
    return [each for each in KUBERNETES if each["kind"] == name]


def test_the_compose_file_follows_the_schema_of_compose_files():
    schema = get_builtin_schema("vendor.compose-spec")
    checker = validator_for(schema, Draft202012Validator)(schema)
    assert [f"{each.json_path}: {each.message}" for each in checker.iter_errors(COMPOSE)] == []


def test_the_manifest_follows_the_schemas_of_kubernetes():
    for each in KUBERNETES:
        kubernetes_validate.validate(each, "1.31", strict=True)
    (deployment,) = kind("Deployment")
    wrong = {**deployment, "spec": {**deployment["spec"], "replicas": "two"}}
    with pytest.raises(kubernetes_validate.ValidationError, match="two"):
        kubernetes_validate.validate(wrong, "1.31", strict=True)


def test_nginx_itself_takes_the_file(tmp_path):
    file = tmp_path / "nginx.conf"
    file.write_text(here(tmp_path, 18080, [18501, 18502]), "utf-8")
    ran = subprocess.run(
        [need_nginx(), "-t", "-c", file, "-p", tmp_path], capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert "warn" not in ran.stderr


def test_systemd_itself_takes_the_unit(tmp_path):
    if not (tool := shutil.which("systemd-analyze")):
        pytest.skip("systemd-analyze was not found, so the unit was not checked by it")
    file = tmp_path / "execution-diagnostic@8501.service"
    file.write_text(re.sub(r"ExecStart=\S+", f"ExecStart={sys.executable}", UNIT), "utf-8")
    ran = subprocess.run([tool, "verify", file], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_unit_writes_to_its_own_folder_only_and_stops_within_ten_seconds():
    for line in (
        *("ProtectSystem=strict", "ProtectHome=true", "PrivateTmp=true", "NoNewPrivileges=true"),
        *("CapabilityBoundingSet=", "SystemCallFilter=@system-service", "UMask=0077"),
        *("StateDirectory=execution-diagnostic", "KillSignal=SIGTERM", "TimeoutStopSec=10"),
        "User=diagnostic",
    ):
        assert f"\n{line}\n" in UNIT


@pytest.mark.parametrize("name", ["app-1", "app-2", "nginx"])
def test_a_container_is_nobody_special_and_its_root_is_read_only(name):
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service


def test_the_two_replicas_differ_in_their_address_only():
    one, two = (dict(COMPOSE["services"][name]) for name in ("app-1", "app-2"))
    addresses = {each.pop("networks")["inside"]["ipv4_address"] for each in (one, two)}
    assert len(addresses) == 2
    assert one == two
    assert set(COMPOSE["services"]["nginx"]["extra_hosts"].values()) == addresses
    inside = COMPOSE["services"]["nginx"]["networks"]["inside"]["ipv4_address"]
    assert one["environment"]["DIAGNOSTIC_TRUSTED_PROXIES"] == inside


def test_every_image_is_pinned_to_one_version():
    images = {each["image"] for each in COMPOSE["services"].values()}
    images |= {each["image"] for each in pod()["containers"]}
    assert [
        each for each in images if not re.search(r":\d+\.\d+[\w.-]*(@sha256:\w{64})?$", each)
    ] == []


def pod():
    return kind("Deployment")[0]["spec"]["template"]["spec"]


def test_the_pods_are_nobody_special_and_their_root_is_read_only():
    assert (pod()["securityContext"]["runAsNonRoot"], pod()["automountServiceAccountToken"]) == (
        True,
        False,
    )
    (container,) = pod()["containers"]
    guard = container["securityContext"]
    assert guard["readOnlyRootFilesystem"] is True
    assert guard["allowPrivilegeEscalation"] is False
    assert guard["capabilities"] == {"drop": ["ALL"]}
    writable = {each["mountPath"] for each in container["volumeMounts"]}
    assert writable == {"/tmp", "/data"}


def test_pods_live_by_the_process_and_are_ready_by_the_store():
    (container,) = pod()["containers"]
    asked = {
        name: container[name]["httpGet"]["path"] for name in ("livenessProbe", "readinessProbe")
    }
    assert asked == {"livenessProbe": "/healthz", "readinessProbe": "/readyz"}
    stop = container["lifecycle"]["preStop"]["sleep"]["seconds"] + 10
    assert pod()["terminationGracePeriodSeconds"] >= stop
    assert kind("PodDisruptionBudget")[0]["spec"]["minAvailable"] == 1
    annotations = kind("Ingress")[0]["metadata"]["annotations"]
    assert annotations["nginx.ingress.kubernetes.io/affinity"] == "cookie"


@pytest.mark.parametrize(
    "path", [*sorted(DEPLOY.glob("*.*")), ROOT / "Dockerfile"], ids=lambda each: each.name
)
def test_no_file_holds_a_secret(path):
    assert SECRET.findall(path.read_text("utf-8")) == []


def test_a_secret_would_be_found():
    planted = "POSTGRES_PASSWORD: hunter22\nCOOKIE_SECRET=abcdefghijkl\nx: '$argon2id$v=19$m'"
    planted += "postgresql://me:hunter2@host -----BEGIN PRIVATE KEY-----"
    assert len(SECRET.findall(planted)) == 5


def test_the_health_check_says_what_is_wrong(monkeypatch):
    settings = {"STREAMLIT_SERVER_PORT": "9", "STREAMLIT_SERVER_BASE_URL_PATH": "/assess/"}
    assert ready.address(settings) == "http://127.0.0.1:9/assess/readyz"
    assert ready.address({}) == "http://127.0.0.1:8501/readyz"
    assert ready.complaint(ready.address(settings), 2).startswith(
        "no answer at http://127.0.0.1:9/"
    )


def test_what_a_host_without_our_verbs_installs_is_the_lock():
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "-r requirements-postgresql.lock"
    ]
