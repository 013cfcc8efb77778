"""The consultant’s papers: the brief before a call and the recap after it, one page each."""
