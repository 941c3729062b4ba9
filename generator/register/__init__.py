"""The outgoing book of a unit: which number was given to which letter, once and for good."""
