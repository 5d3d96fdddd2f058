"""The browser: pages that ask one question, show the answer, and carry out at most one action."""
