"""Words for kinds of places, and for directions: common nouns, never names."""

from __future__ import annotations

from dateline.text.wordlist import words

KINDS_OF_PLACE = words(
    """
    town towns city cities village villages hamlet hamlets suburb suburbs district districts
    neighbourhood neighbourhoods neighborhood neighborhoods province provinces region regions
    governorate county area areas territory territories countryside enclave enclaves pocket pockets
    stronghold strongholds bastion base bases airbase airport airports airfield airstrip barracks
    camp camps checkpoint checkpoints crossing crossings border frontier road roads highway
    motorway bridge bridges hill hills hilltop mountain mountains ridge heights valley river dam
    dams station stations plant refinery oilfield oilfields gasfield field fields port ports harbour
    harbor hospital school mosque church market building compound headquarters citadel fortress
    castle prison island islands peninsula capital outskirts hometown position positions post posts
    outpost outposts ground land parts part quarter quarters square street tunnel corridor strip
    stretch stretches swathes swaths swath chunk chunks plain desert oasis canal bank banks wall
    gate battery tower terminal wharf pier basin depot junction crossroads roundabout line lines
    facility facilities site sites complex center centre coast shore locality localities farm farms
    farmland mine mines silo silos warehouse factory pumping residential
    """
)
# Kinds that name what a place is, so that a name before or behind them is the place's.
SETTLED = words(
    """
    town city village hamlet suburb district neighbourhood neighborhood province region
    governorate county countryside base airbase airport airfield camp checkpoint crossing road
    highway bridge hill mountain valley river dam station plant refinery oilfield gasfield port
    hospital prison island peninsula citadel enclave area
    """
)
DIRECTIONS = words(
    """
    north south east west northeast northwest southeast southwest north-east north-west south-east
    south-west northern southern eastern western northeastern northwestern southeastern
    southwestern north-eastern north-western south-eastern south-western northwards southwards
    eastwards westwards
    """
)
# Kinds that a side can hold, so that taking or losing one is a deed even without a name.
HELD = SETTLED | words(
    """
    towns cities villages hamlets suburbs districts neighbourhoods neighborhoods provinces regions
    areas territory territories enclaves pocket pockets stronghold strongholds bastion bases
    airports airfields camps checkpoints crossings roads bridges hills hilltop ridge heights
    dams oilfields positions outpost outposts parts quarters swathes swaths swath chunks stretch
    outskirts headquarters barracks citadel fortress east west north south
    """
)
