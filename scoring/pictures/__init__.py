"""What each chart shows, as values and words, so that screen and paper draw the same picture."""
