"""The checks of scripts/check-pages.py."""
