"""Pages into bytes: Jinja's environment, words for dates, links between pages, and which files a template consists of."""
