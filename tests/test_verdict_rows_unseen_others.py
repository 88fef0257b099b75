"""A second set for the other rows, written after the engine passed the first."""

from __future__ import annotations

from pathlib import Path

import pytest
from rows import Case, absent, assert_case, found, pairs

ELLIPSIS = pairs(
    "The tunnel is, whatever the papers write, not safe for passengers. => "
    "The tunnel is … safe for passengers.",
    "I will run for president, provided my doctors agree, in the spring. => "
    "I will run for president … in the spring.",
    "The minister lied to parliament and the prosecutor opened an inquiry. => "
    "The minister … opened an inquiry.",
    "We invited guests, some four hundred in all, to the opening. => "
    "We invited guests … to the opening.",
    "Туннель, что бы ни писали газеты, не безопасен для пассажиров. => "
    "Туннель … безопасен для пассажиров.",
)
NOT_ELLIPSIS = pairs(
    "The tunnel is, whatever the papers write, safe for passengers. => "
    "The tunnel is … safe for passengers.",
    "The minister, a former sailor from the coast, opened the inquiry himself. => "
    "The minister … opened the inquiry himself.",
    "We thank the nurses. They worked through the summer. They deserve more. => "
    "We thank the nurses. [...] They deserve more.",
    verdicts="match",
)
HEDGE = pairs(
    "The engine apparently failed during the landing. => The engine failed during the landing.",
    "The referee made a mistake in the final. => "
    "The referee definitely made a mistake in the final.",
    "The ceasefire along the coast has so far held well. => "
    "The ceasefire along the coast has held well.",
    "The fire was, it seems, started by the neighbours. => The fire was started by the neighbours.",
    "Двигатель, видимо, отказал при посадке. => Двигатель отказал при посадке.",
)
INTENSITY = pairs(
    "This is a serious mistake by the referee. => This is a very serious mistake by the referee.",
    "The strike caused enormous damage to the port. => The strike caused damage to the port.",
    "We are extremely proud of the young team. => We are proud of the young team.",
)
REORDERED = pairs(
    "Next week the court will hear the appeal of the bank. => "
    "The court will hear the appeal of the bank next week.",
    "Slowly and quietly the children left the burning school. => "
    "The children left the burning school slowly and quietly.",
    "The bakers, the butchers and the brewers joined the strike. => "
    "The brewers, the bakers and the butchers joined the strike.",
)
REWORDED = pairs(
    "We need to fix the brakes before every trip. => "
    "We need to repair the brakes before every trip.",
    "The airline has ended its flights to the island. => "
    "The airline has stopped its flights to the island.",
    "Doctors warned the public about the heat. => Doctors alerted the public about the heat.",
    instead=("not_verbatim",),
)
CLIPPED = pairs(
    "I deny that the club paid the referee before the final. => "
    "The club paid the referee before the final.",
    "There is no truth in the claim that the club paid the referee. => The club paid the referee.",
    "We have never maintained that the tunnel is safe for passengers. => "
    "The tunnel is safe for passengers.",
    "Я отрицаю, что клуб заплатил судье перед финалом. => Клуб заплатил судье перед финалом.",
    instead=("reported_speech",),
)
NOT_CLIPPED = pairs(
    "I confirm that the club paid the referee before the final. => "
    "The club paid the referee before the final.",
    "Nobody denies that the club paid the referee before the final. => "
    "The club paid the referee before the final.",
    "I am not angry. The club paid the referee before the final. => "
    "The club paid the referee before the final.",
    "There can be no question that the club paid the referee before the final. => "
    "The club paid the referee before the final.",
    verdicts="match",
)
REPORTED = pairs(
    "According to my opponent, the tunnel is safe for passengers. => "
    "The tunnel is safe for passengers.",
    "The papers wrote that the club paid the referee before the final. => "
    "The club paid the referee before the final.",
    "Imagine that the club paid the referee before the final. => "
    "The club paid the referee before the final.",
)
TURNED = pairs(
    "Crime in the city has risen since the summer. => "
    "Crime in the city has fallen since the summer.",
    "The new law strengthens the rights of tenants. => The new law weakens the rights of tenants.",
    "We left the meeting before the vote was taken. => "
    "We left the meeting after the vote was taken.",
    "Most of the delegates voted for the ban. => Few of the delegates voted for the ban.",
    "The bank lent the money to the city. => The bank borrowed the money from the city.",
    "Преступность в городе выросла с лета. => Преступность в городе снизилась с лета.",
    verdicts="no_source",
)

# What was never said may not ride on what was.
ADDED = pairs(
    "With the border to the islands in the hands of the customs union, old troubles such as "
    "smuggling and tax fraud do not vanish, so the ports and the railways must be ready, and the "
    "harbour police will need better boats before the season starts. => "
    "With the border to the islands in the hands of the customs union, old troubles such as "
    "smuggling and tax fraud do not vanish, so the ports and the railways must be ready, and the "
    "harbour police will need better boats before the season starts, and he promised money for "
    "new weapons.",
    "The airline will reopen its office on the island. => "
    "The airline will reopen its office on the island, and it promised money for new weapons.",
    "The airline will reopen its office on the island. => "
    "The airline, which owes the crew a year of wages, will reopen its office on the island.",
    "The union and the ministry will meet on Friday in the old library. => "
    "After a night of shooting in the port the union and the ministry will meet on Friday in the "
    "old library.",
    "The runway has been repaired by our own engineers. => "
    "The runway has been repaired by our own engineers. The tower was sold to a casino.",
    "The club, among others, will support the new league. => "
    "The club, among prisoners, will support the new league.",
    "The three guarantors (Germany, Italy, Spain) met at the border. => "
    "The three guarantors (Germany, Italy, armed Spain) met at the border.",
    "Авиакомпания снова откроет свой офис на острове. => "
    "Авиакомпания снова откроет свой офис на острове и купит новое оружие.",
    verdicts="no_source",
)
HONEST = pairs(
    # The record's own parentheses stay while the print adds a bracket elsewhere, and the reverse.
    "The same (federal) procedure was used by the court in the spring. => "
    "The same (federal) procedure was used by the court [of appeal] in the spring.",
    "The union [of nurses] asked the (new) minister for a meeting. => "
    "The union asked the (new) minister for a meeting.",
    # A headline in capitals.
    "The talks with the US will help us rebuild the northern line. => "
    "THE TALKS WITH THE US WILL HELP US REBUILD THE NORTHERN LINE",
    "The vote, which is the last of the year, is on Sunday. => "
    "THE VOTE, WHICH IS THE LAST OF THE YEAR, IS ON SUNDAY",
    verdicts="match",
)

OTHER = [
    *found("ellipsis_meaning", *ELLIPSIS),
    *absent("ellipsis_meaning", *NOT_ELLIPSIS),
    *found("hedge_changed", *HEDGE),
    *found("intensity_changed", *INTENSITY),
    *found("reordered", *REORDERED),
    *found("reworded", *REWORDED),
    *found("clipped_negation", *CLIPPED),
    *absent("clipped_negation", *NOT_CLIPPED),
    *found("reported_speech", *REPORTED),
    *TURNED,
    *ADDED,
    *HONEST,
]


@pytest.mark.parametrize("case", OTHER)
def test_unseen_rows(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
