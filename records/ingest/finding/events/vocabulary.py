"""Lists of words."""


def words(text: str) -> frozenset[str]:
    """Give the words of a text, which stand apart by white space."""
    return frozenset(text.split())


BE = words("is are was were be been being")
NEGATIONS = words("not never n't cannot")
ADVERBS = words('indeed also already now still again soon ever even yet just only once both " “ ”')
"""What may stand between a verb and its auxiliary, beside words in -ly."""
