"""The live preview: a server for this machine's owner, which shows each change of the journal as it is saved."""
