"""The pages of the money: by project and party, and the ledger behind it."""
