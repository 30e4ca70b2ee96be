"""Plans, commitments, targets and forecasts, and what became of them.

A **promise** is a published claim whose modality is one of these, or a figure of a published claim
that is to come (`temporal_mode` plan, target or forecast); what is only possible, conditional or
denied is none. Nothing is counted twice: a figure of a claim that is a promise is one of its own
only where it states a due date or an outcome that differs from the claim's, and a claim that states
neither leaves the promise to such figures.

A promise is **due** on the date that it states. A figure without one is due with its period, else
with its claim. Its **outcome** is what editors recorded, of a figure else of its claim. Where none
is recorded it is open as long as a day it can be due on has not passed, else unknown. Whether it is
**overdue** is told beside the outcome: it is so, possibly or certainly, when it is open or unknown
and its due date, possibly or certainly, lies before the day asked about.

Published claims **decide** a promise when they update, correct, narrow or contradict it and tell a
fact (modality reported, official_statement or denial), or when they retract it, however they are
stated. Those that corroborate, repeat or derive from it say nothing about what became of it. A
claim that updates, corrects or narrows it and is itself a promise does not decide but **revises**
it. Claims decide or revise all promises of the claim that they name. What a claim says of another
does not count when it was itself retracted by a published claim, and neither does a claim of what
certainly happened after the day asked about; these are counted apart. Outcomes that editors
recorded are those of now.

What came about is told by deciding claims that update, correct or narrow the promise and are no
denials. Such a claim may as well report progress, so there is lateness only where editors recorded
that the promise was kept, late or partly. **Lateness** counts the days from the due date to their
dates: at least from the last day it can be due to the first they can mean, at most the other way
round; below zero is early. Those without a date do not count.
"""
