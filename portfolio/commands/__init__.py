"""The command line: the same actions and reports without a browser."""
