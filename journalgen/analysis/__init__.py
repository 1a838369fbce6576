"""Figures: pure functions from entries to values, one noun of the journal a module."""
