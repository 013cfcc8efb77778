"""Threat 25: nobody without a live session leaves a file with the server."""

import pytest

from tests.web.test_surface import ask

pytestmark = pytest.mark.threat(25)

PATHS = """
    /_stcore/upload_file /_stcore/upload_file/ /_stcore/upload_file/x /_stcore/upload_file/x/y
    /_stcore/upload_file/x/y/z /_stcore/upload_file//y /_stcore/upload_file/x/
    /_stcore//upload_file/x/y //_stcore/upload_file/x/y /_stcore/./upload_file/x/y
    /_stcore/upload_file/../upload_file/x/y /_stcore/upload_file/%2e%2e/y
    /_stcore/upload_file/x%2Fy /_stcore/upload_file/x/..%2f..%2fetc /_stcore/upload_file/x/%00
    /_STCORE/UPLOAD_FILE/x/y /_stcore/upload%5ffile/x/y /_stcore/upload_file;a/x/y
    /_stcore/upload_file/x/y?name=z /upload_file/x/y /media/x
"""


@pytest.mark.parametrize("path", PATHS.split())
@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH"])
def test_nothing_is_taken_without_a_session(target, path, method):
    status, headers, text = ask(target, path, method, Content_Length="0")
    if status == 308:  # the same address without the last slash
        assert headers["location"] == "../" + path.rstrip("/").rpartition("/")[2]
        status, _, text = ask(target, path.rstrip("/"), method, Content_Length="0")
    assert status in (400, 403, 404, 405), text
