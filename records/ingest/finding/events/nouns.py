"""English nouns of the news that name an act, an instrument or a gift."""

from records.ingest.finding.events.acts import Act

_NOUNS: dict[Act, str] = {
    Act.INSTRUMENT: "agreement agreements accord accords pact pacts treaty treaties deal deals "
    "contract contracts memorandum memorandums memoranda mou declaration communique communiqué "
    "convention protocol protocols arrangement arrangements subcontract venture ventures "
    "partnership partnerships alliance letter framework concession order orders",
    Act.AID: "aid assistance package packages donation donations grant grants funding gift gifts "
    "tranche",
    Act.LEND: "loan loans lease credit",
    Act.GIVE: "delivery deliveries shipment shipments transfer transfers supply supplies export "
    "exports provision re-export",
    Act.BUY: "purchase purchases acquisition acquisitions procurement import imports",
    Act.SELL: "sale sales",
    Act.PLAN: "plan plans intention intentions proposal proposals intent decision",
    Act.NEGOTIATE: "talks talk negotiation negotiations discussions discussion consultations",
    Act.END: "termination withdrawal",
    Act.CANCEL: "cancellation",
    Act.SUSPEND: "suspension moratorium",
    Act.REFUSE: "ban embargo veto restrictions restriction",
    Act.RENEW: "renewal extension",
    Act.AMEND: "amendment amendments revision",
    Act.REQUEST: "request requests",
    Act.APPROVE: "approval permission authorization clearance licences licenses",
    Act.MAKE: "production manufacture manufacturing output assembly construction",
    Act.DEVELOP: "development design research",
    Act.REPAIR: "repair repairs maintenance overhaul modernization upgrade refurbishment",
    Act.TRAIN: "training curriculum course courses",
    Act.FACILITY: "factory factories plant plants workshop hub base bases facility facilities "
    "shipyard",
    Act.COOPERATE: "cooperation co-operation collaboration ties",
    Act.JOIN: "accession membership",
    Act.PLEDGE: "pledge pledges commitment commitments promise",
    Act.RULE: "law bill budget sanctions legislation strategy doctrine",
    Act.MEET: "visit summit meeting",
    Act.OFFER: "offer",
    Act.WIN: "bid tender",
}

NOUNS: dict[str, Act] = {word: act for act, words in _NOUNS.items() for word in words.split()}
"""Nouns in lower case, singular and plural."""
