"""The result page in blocks, one module each, in the order in which the page shows them."""
