"""Pages that are pictures: drawn, turned upright, cleaned, taken apart."""
