"""Spreadsheets as offices send them, made with their truth, collected and scored."""
