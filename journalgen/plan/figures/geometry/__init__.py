"""Where the parts of charts lie. Fields are a thousand units wide and high, and stretched to the room there is."""
