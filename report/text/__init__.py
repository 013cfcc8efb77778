"""Text of the paper: cleaned once, drawn in faces of our own, never read as markup."""
