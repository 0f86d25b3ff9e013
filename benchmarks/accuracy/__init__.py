"""How often the tool is wrong, on texts that nobody here wrote: `make accuracy`.

Each file of `tasks` measures one kind of work on the real texts beside the project, scores it and
judges what is still wrong; `docs/accuracy.md` is written from what they give.
"""
