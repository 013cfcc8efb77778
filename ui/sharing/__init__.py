"""The page where a respondent decides what a consultant sees: the glass wall (decision 013)."""
