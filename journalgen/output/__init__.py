"""The only writer of a site: it knows relative paths, bytes and fingerprints, and nothing of pages."""
