"""Worked example rounds, made from facts in CSV."""
