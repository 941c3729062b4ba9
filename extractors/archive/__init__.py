"""One past file to its record, many records to a round."""
