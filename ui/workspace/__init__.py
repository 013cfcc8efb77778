"""The consultant’s workspace: what its pages share."""
