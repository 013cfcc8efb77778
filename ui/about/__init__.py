"""The method laid open: tables made from the bank, so that they cannot fall behind it."""
