"""Figures and how they are read."""

from records.enums.base import Vocabulary


class Metric(Vocabulary):
    """What a measure counts or compares."""

    PRODUCTION_OUTPUT = "production_output", "What is made in the period.", "Production output"
    PRODUCTION_CAPACITY = (
        "production_capacity",
        "What existing plant and staff can make in the period at full use.",
        "Production capacity",
    )
    PRODUCTION_POTENTIAL = (
        "production_potential",
        "What could be made in the period if money and orders were not lacking.",
        "Production potential",
    )
    ORDERED_QUANTITY = (
        "ordered_quantity",
        "What is ordered or contracted for payment.",
        "Ordered quantity",
    )
    DELIVERED_QUANTITY = (
        "delivered_quantity",
        "What is handed over to whom it is for, whether sold, lent or given.",
        "Delivered quantity",
    )
    PLEDGED_QUANTITY = (
        "pledged_quantity",
        "What is promised as aid, whether delivered yet or not.",
        "Pledged quantity",
    )
    EQUIPMENT_LOSSES = (
        "equipment_losses",
        "Equipment destroyed, damaged, captured or abandoned.",
        "Equipment losses",
    )
    PERSONNEL_LOSSES = (
        "personnel_losses",
        "People killed, wounded, captured or missing.",
        "Personnel losses",
    )
    CARGO_VOLUME = "cargo_volume", "Goods carried in the period, by mass or number.", "Cargo volume"
    TRADE_VALUE = (
        "trade_value",
        "Price of goods or services sold across borders in the period.",
        "Trade value",
    )
    FUNDING = (
        "funding",
        "Money granted, lent, budgeted or invested, other than the price of a contract.",
        "Funding",
    )
    CONTRACT_VALUE = "contract_value", "Price agreed in a contract or an order.", "Contract value"
    ISSUED_QUANTITY = (
        "issued_quantity",
        "Copies or pieces put out by an issuer, such as stamps.",
        "Issued quantity",
    )
    PERSONNEL = "personnel", "People in service, in employment or at a task.", "Personnel"
    TRAINED_PERSONNEL = (
        "trained_personnel",
        "People who complete a course of training.",
        "Trained personnel",
    )
    FACILITIES = "facilities", "Plants, workshops, schools and other sites.", "Facilities"
    PROJECTS = "projects", "Projects or programmes under way or agreed.", "Projects"
    REGIONS = (
        "regions",
        "First-level regions of a country in which something takes place.",
        "Regions",
    )
    OTHER = "other", "A quantity that none of the other metrics describes.", "Other"


class MeasureMode(Vocabulary):
    """How a measure's figure is to be read."""

    ABSOLUTE = "absolute", "The amount itself, in its unit or currency.", "Absolute amount"
    DIFFERENCE = (
        "difference",
        "The result less the baseline, in their unit; below zero for a fall.",
        "Difference from the baseline, in the unit",
    )
    RATIO = (
        "ratio",
        "The result divided by the baseline: 10 for tenfold.",
        "Multiple of the baseline",
    )
    PERCENT_CHANGE = (
        "percent_change",
        "The result less the baseline, in percent of the baseline: 30 for a rise by 30 %.",
        "Change in percent of the baseline",
    )
    PP_CHANGE = (
        "pp_change",
        "The result less the baseline where both are shares in percent.",
        "Change in percentage points",
    )
    SHARE = "share", "A part in percent of the whole that it belongs to.", "Share in percent"
    RANK = "rank", "The place in an order, counted from 1.", "Rank, 1 is first"


class Qualifier(Vocabulary):
    """How exactly the figure was stated."""

    EXACT = "exact", "The bare figure, taken as rounded to its last reported digit.", "Exact"
    ABOUT = "about", "The figure is called approximate, as by “about”, “some” or “around”.", "About"
    AT_LEAST = "at_least", "The figure or more.", "At least"
    MORE_THAN = "more_than", "More than the figure, which itself is ruled out.", "More than"
    AT_MOST = "at_most", "The figure or less.", "At most"
    LESS_THAN = "less_than", "Less than the figure, which itself is ruled out.", "Less than"
    BETWEEN = "between", "A range of figures, both ends included.", "Between"
    ORDER_OF_MAGNITUDE = (
        "order_of_magnitude",
        "Only the size is meant, as by “dozens” or “thousands”.",
        "Order of magnitude",
    )


class Superlative(Vocabulary):
    """What the source says makes the figure stand out."""

    RECORD = "record", "It is said to exceed every earlier figure of the same kind.", "Record"
    FIRST = "first", "It is said to have happened for the first time.", "First"
    LARGEST = (
        "largest",
        "It is said to exceed all others of a group, such as countries or orders.",
        "Largest",
    )


class DerivedNullReason(Vocabulary):
    """Why no absolute figure could be derived from a relative one."""

    BASELINE_UNKNOWN = (
        "baseline_unknown",
        "The claim has no usable absolute figure of this metric and object for either period.",
        "No figure for the baseline or the result is on record",
    )
    NOT_COMPARABLE = (
        "not_comparable",
        "The absolute figure beside it is not in the same unit.",
        "The figures do not share metric, object and unit",
    )
    UNBOUNDED = (
        "unbounded",
        "The figures, as qualified, leave every amount possible.",
        "The figure has no finite bounds",
    )
    NOT_DERIVABLE = (
        "not_derivable",
        "The mode, or figures that contradict each other, lead to no absolute amount.",
        "A figure of this mode has no absolute counterpart",
    )
