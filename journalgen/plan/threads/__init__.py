"""The pages of threads and goals."""
