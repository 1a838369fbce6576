"""Pictures into what a page may show: small sizes, upright, in colours that every screen knows, without any metadata.

Bytes in, bytes out; reads no file and writes none. Nothing here is imported by a build whose pictures have not changed.
"""
