"""Charts on paper: vector shapes of our own, from the values that the screen shows."""
