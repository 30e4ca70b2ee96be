"""How far agreements have come, from the announcement through signature and money to delivery.

A **rung** is reached when a milestone of the agreement says so, or a published claim about the
agreement whose kind speaks of the rung (`rungs.py`), or, with no date, when the agreement's status
implies it. Only facts reach a rung: a claim that is stated as a plan, commitment, target, forecast,
possibility, condition or denial does not, nor does a milestone with such a claim behind it. Left
out and counted, too, are milestones whose claim was withdrawn, claims that another published claim
corrects or retracts, and whatever certainly lies after the day asked about. What a claim says of
another does not count when it was itself retracted.

The status is that of now, and when it came about is not on record. On a day before a milestone that
comes to one of the rungs that it implies, it was certainly not yet so: it implies neither that rung
nor those above it, and does not tell that the agreement has ended.

The **date** of a rung is that of its first milestone, else of its first claim. Where the order of
imprecise dates is not known, it lies between the earliest first day and the earliest last day of
all of them. Those without a date do not count, and an announcement does not date a signature.

A **lag** is the number of days between two rungs that are dated, with none that is dated between
them. It is below zero where the later rung was reached first.

The **last** rung is the highest one that was reached and is expected of agreements of the kind, or
dated: the status of a contract says that it is in force, but not since when it waits for the money.

An agreement **waits** on its last rung when agreements of its kind are expected to come to a later
one; how long, is counted from the date of that rung. A claim of a delivery or a milestone of the
first one says that an agreement which is for deliveries is **delivering**: it waits for the rest
until a milestone says that the delivery was made. It is **complete** when nothing is expected
any more, and **ended** when its status or a completion says so.
"""
