"""Words to lines, lists and rulings of a page."""
