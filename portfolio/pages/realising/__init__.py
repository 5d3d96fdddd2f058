"""The pages of the benefits: what is due, what is reported, how far each has come."""
