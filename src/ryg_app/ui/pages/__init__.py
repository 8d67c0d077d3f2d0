"""The pages of the window: each shows what its use cases tell and knows no other page."""
