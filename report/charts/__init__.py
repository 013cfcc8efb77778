"""Charts on paper: own vector shapes with their numbers in text, from the values the screen shows."""
