"""Where somebody may be sent after signing in: a page of ours, named relative to the base path."""

import re
from typing import Final

LONGEST: Final = 500
PART: Final = r"[A-Za-z0-9_-][A-Za-z0-9_.-]*"
PAGE: Final = re.compile(rf"{PART}(?:/{PART})*(?:\?[A-Za-z0-9_.~%&=+-]*)?")
CLOSED: Final = ("signin", "signout", "auth", "oauth2callback")
"""Not worth coming back to: they would send on and on."""


def own_page(text: str) -> str | None:
    """`text` if it names a page of ours such as `brief?s=4fb1`; `None` for everything else.

    No scheme, host, leading slash, backslash, control character or `..` gets through, because
    nothing does that is not on the list of what a page's name may hold.
    """
    if len(text) > LONGEST or not PAGE.fullmatch(text):
        return None
    return None if re.split(r"[/?]", text)[0] in CLOSED else text
