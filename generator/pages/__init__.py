"""Jinja2 template + config + catalog -> Page, one language at a time."""
