"""Tells what concerns defense from what does not."""

from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.vocabulary import words

_MILITARY = words(
    """
    military defence defense arms weapon weapons weaponry army navy naval airforce missile missiles
    drone drones tank tanks fighter fighters ammunition munitions submarines warship warships
    frigate frigates corvette corvettes destroyer destroyers forces marines howitzer howitzers rifle
    rifles artillery rockets helicopters troops soldiers armed armored armoured radar radars shells
    lethal mutual warplanes bomber bombers torpedoes grenades firearms combat warheads pentagon
    mortar mortars jets guns gun cannons uav uavs security deterrence
    """
)
_CIVIL = words(
    """
    commercial vaccine vaccines food wheat grain medical humanitarian fertilizer soybean soybeans
    club footballer
    """
)


_AIRLINES = words("airline airlines airways passenger airliner airliners dreamliners")
_FORCES = words(
    """
    troops soldiers forces warship warships carrier ship ships observers peacekeepers destroyer
    submarine fleet envoy delegation monitors reinforcements battalion brigade convoy squadron
    flotilla police officers sailors marines minister ministers official officials envoys team teams
    doctors experts representatives diplomats personnel advisors advisers instructors trainers
    """
)
_GOODS = words("to for with , supplies equipment weapons weaponry arms aid ammunition")
"""Words after or beside which it is goods that are sent, or nothing more is named."""
_REACH = 7


def names_forces(scene: Scene, first: int) -> bool:
    """Whether an object that begins at a token is people or ships on duty rather than a gift."""
    for place in range(first, first + _REACH):
        word = scene.statement.lower(place)
        carried = scene.statement.lower(place + 1) in {"carrier", "carriers", "vehicles"}
        if word in _FORCES and not carried and scene.statement.lower(place - 1) != "personnel":
            return True
        if word in _GOODS:
            return False
    return False


def is_military(scene: Scene, first: int, stop: int) -> bool:
    """Whether tokens `first` to `stop` (not included) speak of defense or its equipment."""
    found = (*scene.names.weapon_systems, *scene.names.categories)
    if any(scene.within(row, first, stop) for row in found):
        return True
    return scene.says(_MILITARY, first, stop)


def is_military_text(scene: Scene) -> bool:
    """Whether any statement of the text speaks of defense or its equipment."""
    if scene.names.weapon_systems or scene.names.categories:
        return True
    return any(token.lower in _MILITARY for token in scene.statement.sentence.tokens)


def is_civil(scene: Scene, first: int, stop: int) -> bool:
    """Whether only civil goods or services are spoken of."""
    if scene.says(_AIRLINES, first, stop):
        return not (scene.names.weapon_systems or scene.names.categories)
    return scene.says(_CIVIL, first, stop) and not is_military(scene, first, stop)
