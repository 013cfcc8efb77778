"""Telling another system that something was shared, or how a call ended: one https address."""
