"""Sorts of acts that news of defense cooperation tells of, by verb or by noun."""

from enum import Enum, auto


class Act(Enum):
    """What somebody does. “Buys”, “to purchase” and “the acquisition of” are one act."""

    SAY = auto()  # says, confirms, claims
    ANNOUNCE = auto()
    REPORT = auto()  # as newspapers do
    DENY = auto()
    PLEDGE = auto()
    AGREE = auto()
    PLAN = auto()  # plans, intends; a plan, a proposal
    AIM = auto()  # aims, targets
    EXPECT = auto()
    BEGIN = auto()  # starts, continues, helps: what follows is the act
    APPROVE = auto()
    RATIFY = auto()
    REFUSE = auto()  # vetoes, blocks, rejects, bans
    SIGN = auto()
    INITIAL = auto()
    END = auto()  # terminates, withdraws from
    CANCEL = auto()
    SUSPEND = auto()
    EXPIRE = auto()
    RENEW = auto()
    AMEND = auto()
    NEGOTIATE = auto()
    OFFER = auto()
    REQUEST = auto()
    MEET = auto()
    JOIN = auto()
    GIVE = auto()  # sends, donates, delivers
    DEPLOY = auto()
    RECEIVE = auto()
    BUY = auto()
    SELL = auto()
    AWARD = auto()
    WIN = auto()
    LEND = auto()
    FUND = auto()
    AID = auto()  # noun only: aid, assistance, a package
    INSTRUMENT = auto()  # noun only: an agreement, a contract
    LICENSE = auto()
    MAKE = auto()
    DEVELOP = auto()
    REPAIR = auto()
    TRAIN = auto()
    OPEN = auto()
    FACILITY = auto()  # noun only: a plant, a base
    COOPERATE = auto()
    CARRY = auto()
    SHOW = auto()  # presents, tests, uses
    DESTROY = auto()
    RULE = auto()  # appoints, sets up, passes a law
    HONOR = auto()
    OTHER = auto()


SPEECH = frozenset({Act.SAY, Act.ANNOUNCE, Act.REPORT, Act.DENY})
"""Acts that are speech and take a whole clause as their object."""
