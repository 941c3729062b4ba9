"""The official letter: number, dates and amounts in words, addressees, agency profile."""
