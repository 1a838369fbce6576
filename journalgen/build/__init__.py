"""From a journal's folder to its site: reads, parses what changed, plans, renders what changed, writes."""
