"""Shows on the terminal how far work is."""

from collections.abc import Callable

from tqdm import tqdm

from records.services.importing.plans import Progress, Result, Steps, finish


def run(steps: Steps[Result], told: Callable[[Progress], None] | None = None) -> Result:
    """Do the work under a bar on the terminal, if there is one, and tell of each step."""
    with tqdm(unit="", disable=None, leave=False) as bar:  # on standard error, if a terminal

        def show(progress: Progress) -> None:
            bar.set_description(progress.step, refresh=False)
            bar.total = progress.total or None
            bar.update(progress.done - bar.n)
            if told:
                told(progress)

        return finish(steps, show)
