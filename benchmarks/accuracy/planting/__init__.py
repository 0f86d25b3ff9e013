"""Known differences planted into clean texts, the dirt that renditions add, and the scorer.

`plant.py` makes two texts of one and the edits between them: the truth. Inside paragraphs it plants
an edit every 72 characters or so, of the sort that was planted least often so far and that finds
a place there (`words.py`, `figures.py`, `force.py`); `structure.py` leaves out, puts in, moves,
splits and merges whole articles and numbers all anew. `dirt.py` passes the other text on as other
hands would. `judge.py` gives each edit the findings at its place.

The truth is kept apart from what the tool knows: the generator has its own lists of words and
forms, written from the contract and the standards, and asks nothing of the tool but where words
begin and end (`diffcore.chinese.words`) and the width of a line of print. Everything is drawn
from one random generator a text, seeded by the number of the text: the same in every run.
"""
