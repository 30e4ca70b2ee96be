"""The datasets that can be loaded, by name."""

from records.enums import Modality
from records.ingest.datasets.ua_mod_losses import read_ua_mod_losses
from records.ingest.datasets.ua_mod_losses.vocabulary import CORRECTIONS, EQUIPMENT, PERSONNEL
from records.services.datasets.losses import LossDataset
from records.services.reference import FIXTURES

FOLDER = FIXTURES / "datasets"
_UA_MOD = "https://github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset/blob/main/data/"

DATASETS = {
    "ua_mod_losses": LossDataset(
        folder=FOLDER / "ua_mod_losses",
        read=read_ua_mod_losses,
        sources={file: f"{_UA_MOD}{file}" for file in (EQUIPMENT, PERSONNEL, CORRECTIONS)},
        speaker="General Staff of the Armed Forces of Ukraine",
        modality=Modality.OFFICIAL_STATEMENT,
        countries=("RU", "UA"),
    ),
}
