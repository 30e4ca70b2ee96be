"""Tells what concerns defense from what does not."""

from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.vocabulary import words

_MILITARY = words(
    """
    military defence defense arms weapon weapons weaponry army navy naval airforce missile missiles
    drone drones tank tanks fighter fighters ammunition munitions submarine submarines warship
    warships frigate frigates corvette corvettes destroyer destroyers howitzer howitzers rifle
    rifles artillery rockets helicopters troops soldiers armed armored armoured radar radars shells
    lethal mutual warplanes bomber bombers torpedoes grenades mines firearms combat warheads
    pentagon mortar mortars jets guns gun cannons uav uavs security
    """
)
_CIVIL = words(
    """
    airline airlines airways passenger airliner airliners commercial vaccine vaccines food wheat
    grain medical humanitarian fertilizer soybean soybeans club footballer
    """
)


def is_military(scene: Scene, first: int, stop: int) -> bool:
    """Whether tokens `first` to `stop` (not included) speak of defense or its equipment."""
    found = (*scene.names.weapon_systems, *scene.names.categories)
    if any(scene.within(row, first, stop) for row in found):
        return True
    return scene.says(_MILITARY, first, stop)


def is_civil(scene: Scene, first: int, stop: int) -> bool:
    """Whether only civil goods or services are spoken of."""
    return scene.says(_CIVIL, first, stop) and not is_military(scene, first, stop)
