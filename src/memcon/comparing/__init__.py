"""What the accounts of an engagement say beside one another, and over time: one package a question."""
