"""The report formats: each file here defines one constant, `FORMAT`, and is found by it."""
