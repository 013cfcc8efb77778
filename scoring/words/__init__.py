"""Sentences about a scorecard as plain text, without markup: screen and paper say the same."""
