"""Drawings of what analysis finds: SVG that is read by eye, in print and by screen readers.

Everything is drawn in the colour of the text, `currentColor`, and in one accent, so a drawing
follows the page it stands on, light or dark. Shape, dash and hatching tell things apart, never
colour. The same data always make the same bytes.
"""
