"""Words whose full stop may not end a sentence, without it and in small letters."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GOING_ON = _words(
    """
    mr mrs ms messrs dr prof hon rev st mt ft vs v cf approx ca est incl e.g i.e
    sen rep gov pres amb lt gen col maj capt cpt sgt cpl pvt adm vadm radm cmdr cdr brig
    hr fr ing dipl bzw z.b
    м обл вул ім ген полк кап акад проф див бл ул им
    """
)
"""A sentence goes on after these."""

NUMBERED = _words(
    """
    no nos nr art arts fig vol p pp para sec ch
    jan feb mar apr jun jul aug sep sept oct nov dec
    ст п пп
    """
)
"""A number that follows belongs to these."""

EITHER = _words(
    """
    inc ltd co corp plc llc bros jr sr etc dept bn mn
    р рр млн млрд тис грн г гг тыс руб
    """
)
"""These end a sentence as well as stand in it; the word that follows decides."""
