"""Dates and times as everywhere else in Accord. The zone is UTC."""

DATE_FORMAT = "Y-m-d"
DATETIME_FORMAT = "Y-m-d H:i"
