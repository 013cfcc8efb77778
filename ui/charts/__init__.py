"""Charts: functions from a part of the result to an Altair chart, and its numbers as words."""
