"""HTTP beside the pages: health, downloads by private link, security headers. No widgets here."""
