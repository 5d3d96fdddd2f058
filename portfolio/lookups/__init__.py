"""What is looked up in the store for more than one report, action or page."""
