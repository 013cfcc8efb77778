"""What shows whose diagnostic this is: name and logo, the line at a page's end, the way to book.

Everything a firm wrote is drawn literally. The logo has an address of its own (`web.routes`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from brand import DEFAULT, Brand
from ui import brand_file
from ui.escape import as_html, escape

TALLEST: Final = 40
"""Height of a logo on screen, in pixels, at most."""
WIDEST: Final = 200


def name_and_logo(brand: Brand) -> str:
    """The logo and the name as HTML. A screen reader says the name once, not for both."""
    return f"{_logo(brand)}<span>{as_html(brand.name)}</span>"


def draw_head() -> None:
    """Name and logo at the top of a page; nothing for the neutral brand."""
    brand = brand_file.shown()
    if brand != DEFAULT:
        st.html(f'<p class="name brand">{name_and_logo(brand)}</p>')


@contextmanager
def above_the_footer() -> Iterator[None]:
    """Everything drawn inside stands above the firm's line, also when the page stops early."""
    footer = brand_file.shown().footer
    if footer is None:
        yield
        return
    page = st.container()
    st.html(f'<p class="footer">{as_html(footer)}</p>')
    with page:
        yield


def draw_booking() -> None:
    """The way to book a call, in a tab of its own, if the firm named one."""
    brand = brand_file.shown()
    if brand.booking:
        st.link_button(f"Book a call with {escape(brand.name)}", brand.booking)


def _logo(brand: Brand) -> str:
    if brand.logo is None or brand.logo_size is None:
        return ""
    width, height = brand.logo_size
    scale = min(1.0, TALLEST / height, WIDEST / width)
    size = f'width="{max(1, round(width * scale))}" height="{max(1, round(height * scale))}"'
    return f'<img src="./logo.png?v={brand_file.version(brand.logo)}" alt="" {size}>'
