"""Feelings: which words mean nearly the same, and how often each is named, when, and with which others."""
