"""The rules, one file each with one constant RULE; they are found by name and asked by rank.

Ranks, smaller first: 10 what is no difference of words at all (variant forms, lost figures);
20 what is seen only when several hunks are read together (rosters, transpositions); 30 names
and numbers (citations, figures, Latin words); 50 words that change the force of a provision
(modality, bounds, negation); 70 punctuation; 90 the last resort, which names everything.
"""
