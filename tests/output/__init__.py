"""Tests of the only writer of a site."""
