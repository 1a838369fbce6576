"""The pages of metrics: all of them beside each other, and each by itself."""
