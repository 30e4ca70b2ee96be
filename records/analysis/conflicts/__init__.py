"""Published figures that cannot both hold, and claims that are marked as contradicting.

Two absolute figures of different claims compare when they measure the same
(`records.analysis.figures.comparing`) of one subject, the whole of which must be the same: all
agreements that a claim names, or, where it names none, all organizations, or, where it names
neither, all countries. What Britain delivered to Ukraine says nothing of what Germany did. Figures
that are denied or undated compare with nothing. Then they cannot both hold

- `same_period`: for the same days, when no number is possible for both;
- `part_exceeds_whole`: of a flow, when the one's days lie within the other's and the least of the
  part is more than the most of the whole;
- `overlapping_period`: of a level, when their days overlap and no number is possible for both.
  Since a level may have changed in between, this is only `possible`.

What is told as a fact since a day is for the days up to its claim's
(`records.analysis.figures.reported`). The first two are `certain`, unless one of the periods is
only that of the claim, ends on a day of the claim that is not known exactly, has an open end, or is
itself uncertain (`~`, `?` or `%`), or one of the figures is approximate (`about`) or only an order
of magnitude; then they are `possible`, too. What a person marked as contradicting (`marked`) is
certain.

A pair is resolved when one claim corrects, narrows, updates or retracts the other, or when one of
the figures is replaced by a third claim (`records.analysis.figures.replacing`).
"""
