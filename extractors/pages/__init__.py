"""Files of pages → pages of words and rulings, whether the page was written or scanned."""
