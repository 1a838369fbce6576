"""The values that pass between the stages: entries, the journal, its configuration. All frozen; none knows a disk."""
