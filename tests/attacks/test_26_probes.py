"""Threat 26: a probe of a wrong address is never green."""

import pytest

from tests.web.test_surface import ask

pytestmark = pytest.mark.threat(26)

WRONG = """
    /health /healthzz /healthz/x /healthz.json /Healthz /HEALTHZ /healthz%00 /healthz%20
    /healthz;a /healthz. /readyz/x /ready /readiness /Readyz /readyzz /readyz.txt /live /livez
    /status /ping /up /_health /-/healthy /api/health /actuator/health /_stcore/healthz
    /_stcore/health/x /_stcore/script-health-check /stcore/health /metrics /metrics/ /index.php
    /.env /.git/config /server-status /wp-login.php /robots.txtt /result/x /question /results
    /page /app /app/static/x
"""


@pytest.mark.parametrize("path", WRONG.split())
def test_a_wrong_address_is_not_green(target, path):
    assert ask(target, path)[0] == 404


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_the_right_address_is_green(target, path):
    assert ask(target, path)[0] == 200
