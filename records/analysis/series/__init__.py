"""Figures of one metric over time, in lines that join only what can be compared."""
