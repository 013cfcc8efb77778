"""Page 1, which carries the message alone: how bad is it, where, and what first."""
