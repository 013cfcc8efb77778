"""The consultant's thinking: the brief, the run of the call, the recap. Pure: no I/O, no screen."""
