"""Who hears what: the structure beside the pages."""
