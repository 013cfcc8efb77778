"""Makes the pictures in docs/pictures: the real pages, with the answers of worked example P1."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, Site
from tests.needs import BROWSERS, found_browser
from tests.web.server import Server

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
PICTURES = {
    "question": ("questions", 2, 1280, 860),
    "result": ("result", 1, 1280, 1080),
    "question-on-a-phone": ("questions", 2, 360, 740),
}


def main() -> None:
    """Serve the diagnostic from a folder of its own, and take the pictures."""
    path = found_browser()
    if path is None:
        sys.exit(f"No browser was found; install one of {', '.join(BROWSERS[:3])}.")
    FOLDER.mkdir(exist_ok=True)
    os.environ["TZ"] = "UTC"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder)).start()
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            take(Site(server, browser))
            browser.close()
        finally:
            server.end()


def take(site: Site) -> None:
    """Open each page as its respondent sees it and keep what is on the screen."""
    token = site.begun("P1")
    for name, (key, step, width, height) in PICTURES.items():
        size = {"width": width, "height": height}
        visitor = site.visitor(size, reduced_motion="reduce").open(key, token, step=step)
        visitor.page.wait_for_load_state("networkidle")
        visitor.page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
        visitor.page.context.close()
        print(FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
