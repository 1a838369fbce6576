"""Each metric of a journal by itself: over time, by weekday and hour, before and after. One noun a module."""
