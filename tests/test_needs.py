import pytest

from tests import needs


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(needs.shutil, "which", lambda *_args, **_kwargs: None)


@pytest.mark.parametrize("need", [needs.need_browser, needs.need_database, needs.need_nginx])
def test_in_ci_a_missing_program_is_a_failure(need, nothing_installed, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="was not found, and CI tests nothing"):
        need()


@pytest.mark.parametrize("need", [needs.need_browser, needs.need_database, needs.need_nginx])
def test_elsewhere_a_missing_program_is_a_skip_that_says_so(need, nothing_installed, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="so this was not tested"):
        need()
