"""Which pages a site has, where each one lies, and exactly what each may see."""
