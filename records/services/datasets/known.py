"""The datasets that can be loaded, by name."""

from typing import Any

from records.enums import Modality
from records.ingest.datasets.oryx_losses import read_oryx_losses
from records.ingest.datasets.oryx_losses.vocabulary import FILE
from records.ingest.datasets.ua_mod_losses import read_ua_mod_losses
from records.ingest.datasets.ua_mod_losses.vocabulary import CORRECTIONS, EQUIPMENT, PERSONNEL
from records.ingest.datasets.uk_treaties import read_uk_treaties
from records.ingest.datasets.uk_treaties.parties import organizations
from records.services.datasets.loading import Dataset
from records.services.datasets.losses import Losses
from records.services.datasets.treaties import Treaties
from records.services.reference import FIXTURES

FOLDER = FIXTURES / "datasets"
_UA_MOD = "https://github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset/blob/main/data/"


def datasets() -> dict[str, Dataset[Any]]:
    """Return the datasets, which have not looked for anything in the register yet."""
    return {
        "ua_mod_losses": Losses(
            folder=FOLDER / "ua_mod_losses",
            statements=read_ua_mod_losses,
            urls={file: f"{_UA_MOD}{file}" for file in (EQUIPMENT, PERSONNEL, CORRECTIONS)},
            speaker="General Staff of the Armed Forces of Ukraine",
            modality=Modality.OFFICIAL_STATEMENT,
            countries=("UA",),
        ),
        "oryx_losses": Losses(
            folder=FOLDER / "oryx_losses",
            statements=read_oryx_losses,
            urls={FILE: "https://github.com/scarnecchia/oryx_data/blob/HEAD/daily_count.csv"},
            speaker="Oryx",
            modality=Modality.REPORTED,
        ),
        "uk_treaties": Treaties(
            folder=FOLDER / "uk_treaties",
            treaties=read_uk_treaties,
            url="https://treaties.fcdo.gov.uk/",
            keeper="Foreign, Commonwealth and Development Office",
            others=organizations(),
        ),
    }
