"""Benchmarks: they print tables and are not tests."""
