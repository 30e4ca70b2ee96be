"""What is wrong with a dataset's files, said so that whoever has them can put it right."""


class DatasetError(Exception):
    """The dataset cannot be loaded; the text names the file, the place in it and what to do."""
