"""Revised laws: their articles, which of them answer to each other, what a decision says."""
