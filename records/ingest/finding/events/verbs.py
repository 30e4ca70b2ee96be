"""English verbs of the news with their sort of act, and their inflected forms."""

from enum import Enum, auto
from typing import NamedTuple

from records.ingest.finding.events.acts import Act
from records.ingest.finding.events.vocabulary import words


class Form(Enum):
    """Form in which a verb stands before its auxiliaries are read."""

    BASE = auto()
    S = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()


class Verb(NamedTuple):
    """An inflected form of a verb."""

    lemma: str
    act: Act
    forms: frozenset[Form]


_LEMMAS: dict[Act, str] = {
    Act.SAY: """
        say state claim confirm declare insist assert add tell acknowledge admit note warn stress
        emphasize argue believe allege accuse urge explain suggest reiterate respond describe call
        condemn criticize praise defend comment contend hint clarify think threaten demand estimate
        predict reply complain voice reaffirm boast ask
    """,
    Act.ANNOUNCE: "announce",
    Act.REPORT: "report reveal disclose publish indicate cite find",
    Act.DENY: "deny refute",
    Act.PLEDGE: "pledge promise vow commit undertake guarantee",
    Act.AGREE: "agree",
    Act.PLAN: "plan intend decide propose prepare consider want mull contemplate opt foresee",
    Act.AIM: "aim seek hope strive",
    Act.EXPECT: "expect anticipate schedule",
    Act.BEGIN: """
        begin start continue resume help facilitate accelerate ramp complete finish expand boost
        increase double triple reduce cut raise step enhance
    """,
    Act.APPROVE: """
        approve authorize authorise clear greenlight permit allow endorse grant notify inform pass
    """,
    Act.RATIFY: "ratify adopt",
    Act.REFUSE: """
        veto block reject refuse ban prohibit prevent decline oppose restrict withhold forbid halt
        stop delay postpone freeze embargo fail
    """,
    Act.SIGN: "sign ink finalize finalise reach seal clinch formalize formalise conclude",
    Act.INITIAL: "initial",
    Act.END: "terminate withdraw abandon quit exit denounce renounce revoke abrogate end",
    Act.CANCEL: "cancel scrap annul axe drop",
    Act.SUSPEND: "suspend pause",
    Act.EXPIRE: "expire lapse",
    Act.RENEW: "renew extend prolong",
    Act.AMEND: "amend revise modify",
    Act.NEGOTIATE: "negotiate discuss draft",
    Act.OFFER: "offer",
    Act.REQUEST: "request",
    Act.MEET: "meet visit host hold inspect tour gather convene hear consult speak talk attend",
    Act.JOIN: "join accede",
    Act.GIVE: """
        send donate supply provide deliver transfer give gift ship export contribute hand furnish
        equip reexport
    """,
    Act.DEPLOY: "deploy station dispatch mobilize mobilise move redeploy",
    Act.RECEIVE: "receive get obtain accept",
    Act.BUY: "buy purchase acquire procure order import select choose pick",
    Act.SELL: "sell",
    Act.AWARD: "award",
    Act.WIN: "win secure land",
    Act.LEND: "lend loan lease",
    Act.FUND: "fund finance invest allocate pay spend earmark subsidize subsidise",
    Act.LICENSE: "license licence",
    Act.MAKE: "produce manufacture build assemble make construct coproduce",
    Act.DEVELOP: "develop design research",
    Act.REPAIR: "repair maintain overhaul modernize modernise upgrade refurbish service",
    Act.TRAIN: "train teach educate instruct",
    Act.OPEN: "open inaugurate close relocate",
    Act.COOPERATE: "cooperate collaborate partner strengthen deepen intensify",
    Act.CARRY: "transport carry haul store trade",
    Act.SHOW: """
        unveil present demonstrate test test-fire launch fire use operate commission show display
        exhibit introduce receive employ fly
    """,
    Act.DESTROY: """
        destroy kill wound injure capture seize sink intercept lose damage hit attack strike shoot
        down bomb crash shell raid ambush
    """,
    Act.RULE: """
        appoint name elect establish create found form set enact legislate vote dissolve resign
        replace reorganize lift impose sanction designate nominate lead
    """,
    Act.HONOR: "honor honour commemorate celebrate mark decorate",
    Act.OTHER: """
        arrest arrive dismiss initiate summon file bypass petition erupt deport appeal confiscate
        reimpose tighten plead confess roll shuffle mount foil reinforce rally protest leak object
        risk widen welcome hail laud invite recruit enlist stockpile downplay commence swap retrofit
        convert integrate phase decommission replenish restock attempt avoid beat become blame break
        bring cause cease change charge come compete complete condemn conduct confront consist
        contain control convict cost cover cross deal defeat describe detain determine die discover
        do enter escape evacuate exceed exchange exclude execute expel face fall fight flee follow
        gain go grow identify include indict investigate involve issue jail keep kidnap know lay
        lead leave let limit link live look march miss need occupy occur overtake participate
        perform place play prove pull push walk back put reach react recall recognize recommend
        recover refer release remain remove reopen report require rescue respond result retire
        retreat return rise run sail scramble see sentence serve share shift shut sit solve spread
        stage stand stay study succeed sue suffer support surrender survive suspect take target tell
        try turn uncover undergo use violate unload comply expedite want work write apologize escort
        pursue catch monitor track rank exercise practise patrol defy pass ease bolster counter
    """,
}

_IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "find": ("found", "found"),
    "begin": ("began", "begun"),
    "send": ("sent", "sent"),
    "give": ("gave", "given"),
    "buy": ("bought", "bought"),
    "sell": ("sold", "sold"),
    "win": ("won", "won"),
    "lend": ("lent", "lent"),
    "pay": ("paid", "paid"),
    "spend": ("spent", "spent"),
    "build": ("built", "built"),
    "make": ("made", "made"),
    "teach": ("taught", "taught"),
    "meet": ("met", "met"),
    "hold": ("held", "held"),
    "hear": ("heard", "heard"),
    "get": ("got", "got"),
    "strike": ("struck", "struck"),
    "withdraw": ("withdrew", "withdrawn"),
    "freeze": ("froze", "frozen"),
    "seek": ("sought", "sought"),
    "speak": ("spoke", "spoken"),
    "undertake": ("undertook", "undertaken"),
    "think": ("thought", "thought"),
    "show": ("showed", "shown"),
    "fly": ("flew", "flown"),
    "sink": ("sank", "sunk"),
    "lose": ("lost", "lost"),
    "hit": ("hit", "hit"),
    "shoot": ("shot", "shot"),
    "set": ("set", "set"),
    "cut": ("cut", "cut"),
    "let": ("let", "let"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "lead": ("led", "led"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "beat": ("beat", "beaten"),
    "become": ("became", "become"),
    "come": ("came", "come"),
    "do": ("did", "done"),
    "fall": ("fell", "fallen"),
    "fight": ("fought", "fought"),
    "flee": ("fled", "fled"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "leave": ("left", "left"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "see": ("saw", "seen"),
    "foresee": ("foresaw", "foreseen"),
    "shut": ("shut", "shut"),
    "sit": ("sat", "sat"),
    "spread": ("spread", "spread"),
    "stand": ("stood", "stood"),
    "take": ("took", "taken"),
    "write": ("wrote", "written"),
    "catch": ("caught", "caught"),
    "forbid": ("forbade", "forbidden"),
    "overtake": ("overtook", "overtaken"),
    "undergo": ("underwent", "undergone"),
    "deal": ("dealt", "dealt"),
    "cost": ("cost", "cost"),
}

_DOUBLING = words(
    """
    ban plan stop ship equip commit permit cancel drop step cut set get let put quit hit shut sit
    run win begin scrap control compel expel forbid travel model refer transfer defer
    """
)
"""Verbs that double their last consonant before -ed and -ing."""

_VOWELS = "aeiou"


def _s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


def _ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}{lemma[-1]}ed" if lemma in _DOUBLING else f"{lemma}ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return f"{lemma[:-1]}ing"
    return f"{lemma}{lemma[-1]}ing" if lemma in _DOUBLING else f"{lemma}ing"


def _inflect(lemma: str) -> list[tuple[str, Form]]:
    past = (
        [
            (_IRREGULAR[lemma][0], Form.PAST),
            (_IRREGULAR[lemma][1], Form.PARTICIPLE),
        ]
        if lemma in _IRREGULAR
        else [(_ed(lemma), Form.PAST), (_ed(lemma), Form.PARTICIPLE)]
    )
    return [(lemma, Form.BASE), (_s(lemma), Form.S), *past, (_ing(lemma), Form.ING)]


def _table() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for act, lemmas in _LEMMAS.items():
        for lemma in lemmas.split():
            for word, form in _inflect(lemma):
                known = table.setdefault(word, Verb(lemma, act, frozenset()))
                table[word] = known._replace(forms=known.forms | {form})
    return table


VERBS: dict[str, Verb] = _table()
"""Every inflected form, in lower case. A verb of two sorts has the sort that is listed first."""

PHRASAL: dict[tuple[str, str], Act] = {
    ("break", "off"): Act.END,
    ("pull", "out"): Act.END,
    ("back", "out"): Act.END,
    ("walk", "away"): Act.END,
    ("opt", "out"): Act.END,
    ("call", "off"): Act.CANCEL,
    ("set", "up"): Act.RULE,
    ("carry", "out"): Act.OTHER,
    ("shoot", "down"): Act.DESTROY,
    ("hand", "over"): Act.GIVE,
    ("deny", "access"): Act.REFUSE,
    ("deny", "entry"): Act.REFUSE,
    ("deny", "permission"): Act.REFUSE,
    ("deny", "visas"): Act.REFUSE,
}
"""Acts of verbs whose sense hangs on the word that follows."""
