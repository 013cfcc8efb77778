"""Plain pages of our own, without Streamlit and without a script: a head, a title, what follows.

They are for browsers that have no session: signing in and out, an address that is no page.
"""

from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import Final

from starlette.responses import HTMLResponse

from brand import DEFAULT, Brand
from theme import DARK, LIGHT, Palette, branded
from web.private import PRIVATE

SHAPES: Final = """
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:var(--paper);color:var(--ink);
font:400 1rem/1.5 "Source Sans",system-ui,sans-serif}
header,main,footer{max-width:30rem;margin:0 auto;padding:0 1.25rem;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem;padding-top:2rem;
font:600 1.125rem/1.3 "Source Serif",Georgia,serif}
header img{max-width:min(100%,200px);max-height:40px;background:var(--plate);
box-shadow:0 0 0 3px var(--plate)}
main{padding-top:2.5rem;padding-bottom:2rem}
h1{margin:0 0 1rem;font:600 2.25rem/1.2 "Source Serif",Georgia,serif;letter-spacing:-.01em;
text-wrap:balance}
@media(max-width:640px){h1{font-size:1.875rem}}
label{display:block;margin:1.5rem 0 .375rem;font-weight:600}
input{display:block;width:100%;min-height:44px;padding:.5rem .75rem;font:inherit;
color:var(--ink);background:var(--surface);border:1px solid var(--mark);border-radius:.25rem}
button,.button{display:inline-flex;align-items:center;min-height:44px;margin:1rem 0 0;
padding:.5rem 1.25rem;font:inherit;font-weight:600;color:#fff;background:var(--primary);border:0;
border-radius:.25rem;cursor:pointer;text-decoration:none}
a{color:var(--accent)}
a.button{color:#fff}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.wrong{margin:1rem 0 0;padding:.5rem .75rem;border-left:3px solid var(--warning);
color:var(--warning);background:var(--warning-tint)}
.told{margin:0 0 1rem;padding:.5rem .75rem;border-left:3px solid var(--mark)}
.or{margin:2rem 0 0;padding-top:1rem;border-top:1px solid var(--hairline)}
footer{padding-bottom:2rem;font-size:.875rem;color:var(--secondary)}
"""


GONE: Final = """
<p>Your answers are not touched by this. If you have a private link, open it again.</p>
<p><a class="button" href="{home}">Go to the start page</a></p>
"""


def no_such_page(brand: Brand, prefix: str) -> HTMLResponse:
    """What a browser gets at an address that is no page."""
    body = GONE.format(home=f"{escape(prefix)}/")
    return plain_page("There is no page at this address", body, brand, prefix, 404)


def plain_page(
    title: str, body: str, brand: Brand, prefix: str, status: int = 200, **headers: str
) -> HTMLResponse:
    """A page with one title over `body`, which is HTML already; kept by no cache."""
    logo = "" if brand.logo is None else _logo(brand.logo, escape(prefix))
    firm = "" if brand == DEFAULT else f"<header>{logo}<bdi>{escape(brand.name)}</bdi></header>"
    footer = "" if not brand.footer else f"<footer><bdi>{escape(brand.footer)}</bdi></footer>"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HTMLResponse(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)} · {escape(brand.name)}</title>"
        f"<style>{_style(brand.accent, prefix)}</style></head><body>{firm}"
        f"<main><h1>{escape(title)}</h1>{body}</main>{footer}</body></html>",
        status,
        {**PRIVATE, **named},
    )


@lru_cache(maxsize=4)
def _logo(logo: bytes, prefix: str) -> str:
    """The picture at the address that holds its version, as on all other pages."""
    version = sha256(logo).hexdigest()[:12]
    return f'<img src="{prefix}/logo.png?v={version}" alt="">'


@lru_cache(maxsize=4)
def _style(accent: str, prefix: str) -> str:
    light, dark = _colours(branded(LIGHT, accent)), _colours(branded(DARK, accent))
    return (
        f"{_face('Source Sans', 'sans', prefix)}{_face('Source Serif', 'serif', prefix)}"
        f":root{{color-scheme:light dark;{light}--plate:transparent}}"
        f"@media(prefers-color-scheme:dark){{:root{{{dark}--plate:#fff}}}}{SHAPES}"
    )


def _face(family: str, name: str, prefix: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";src:url("{prefix}/font/{name}.woff2") format("woff2");'
        "font-weight:200 900;font-display:swap}"
    )


def _colours(colours: Palette) -> str:
    names = "paper surface ink secondary mark hairline accent primary warning warning_tint"
    return "".join(
        f"--{name.replace('_', '-')}:{getattr(colours, name)};" for name in names.split()
    )
