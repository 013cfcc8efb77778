"""Private links: a random token in the address, and only a keyed hash of it in the store."""

import hmac
import secrets

TOKEN_BYTES = 24
"""192 random bits; written as 32 characters."""
LONGEST = 200
"""Characters of an address that are looked at; a token has 32."""


def new_token() -> str:
    """A token for one private link, 32 characters of `A-Z a-z 0-9 - _`."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_id() -> str:
    """A random name for an assessment or a share: 32 hexadecimal digits that say nothing of a link.

    No sign among them means something to a spreadsheet or an address.
    """
    return secrets.token_hex(16)


def new_key() -> bytes:
    """A key for `link_hash`."""
    return secrets.token_bytes(32)


def link_hash(token: str, key: bytes) -> str:
    """HMAC-SHA256 of any text as 64 characters; the same work whatever the text is."""
    text = token[:LONGEST].encode("utf-8", "surrogatepass")
    return hmac.digest(key, text, "sha256").hex()
