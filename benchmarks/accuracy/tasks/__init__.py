"""The tasks: each module has the constant TASK and is found by its name."""
