"""The pages of a round: checked, marked, ranked, recommended and decided."""
