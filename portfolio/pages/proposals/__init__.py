"""The pages of the proposals: found, read, put forward, changed and imported."""
