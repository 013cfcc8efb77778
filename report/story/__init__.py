"""The pages after the first: findings in the screen's order, each with what is behind it."""
