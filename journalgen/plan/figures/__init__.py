"""The pages of figures: patterns, progress, and what they rest on. Each module has what one of them may see, and makes it."""
