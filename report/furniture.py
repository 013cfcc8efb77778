"""What stands on every page outside the text: the firm's name and logo, the day, the number."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any, Final

from reportlab.lib.utils import ImageReader

from brand import Brand
from report.look import Look, Page
from report.text.line import draw_line, width_of

LOGO: Final = 18.0
"""The height of a logo in points; a wide one is made smaller still."""
WIDEST: Final = 150.0
PRIVATE: Final = "Confidential"


def furniture(
    brand: Brand, look: Look, page: Page, on: str, title: str
) -> Callable[[Any, int, int], None]:
    """Draws the head and foot of page `number` of `pages` on a canvas, as artifacts."""
    logo = ImageReader(BytesIO(brand.logo)) if brand.logo else None

    def draw(canvas: Any, number: int, pages: int) -> None:
        with canvas.artifact("Pagination"):
            _head(canvas, brand, logo, look, page, on)
            _foot(canvas, brand, look, page, title, f"{number} / {pages}")

    return draw


def day(on: date, months: tuple[str, ...]) -> str:
    """A day in words: *22 November 2026*."""
    return f"{on.day} {months[on.month - 1]} {on.year}"


def _head(
    canvas: Any, brand: Brand, logo: ImageReader | None, look: Look, page: Page, on: str
) -> None:
    y, x = page.height - page.top + 24, page.side
    if logo is not None:
        width, height = logo.getSize()
        scale = min(LOGO / height, WIDEST / width)
        middle = y + 3.4 - scale * height / 2
        canvas.drawImage(logo, x, middle, scale * width, scale * height, mask="auto")
        x += scale * width + 8
    right = page.width - page.side
    told = f"{PRIVATE} · {on}"
    room = right - x - width_of(told, look.small) - 16
    draw_line(canvas, x, y, brand.name, look.part, width=room)
    draw_line(canvas, right, y, told, look.small.but(align="right"))


def _foot(canvas: Any, brand: Brand, look: Look, page: Page, title: str, number: str) -> None:
    y, right = page.bottom - 21, page.width - page.side
    canvas.setStrokeColor(look.colours.hairline)
    canvas.setLineWidth(0.5)
    canvas.line(page.side, y + 12, right, y + 12)
    told = " · ".join(filter(None, (brand.footer, title)))
    draw_line(canvas, page.side, y, told, look.small, width=right - page.side - 40)
    draw_line(canvas, right, y, number, look.small.but(align="right"))
