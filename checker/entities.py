"""Actors and places: which words name one country, body or movement. Data, keyed by folded words.

A group holds the names a reporter uses for one actor: the country, its people, its capital as a
stand-in for the government.
"""

from __future__ import annotations

_GROUPS = """
russia russian russians moscow kremlin россия россии русский российский кремль москва москве
usa america american americans washington сша американский американские вашингтон
china chinese beijing китай китая китайский пекин
taliban талибан
afghanistan afghan afghans kabul афганистан афганистана афганистане афганский кабул
islamicstate isis isil daesh iskp isilk isisk игил
alqaeda
imu
eu brussels european europeans
europe
un
nato нато
csto одкб
cis снг
sco шос
pakistan pakistani pakistanis islamabad пакистан пакистана
india indian indians delhi индия индии
iran iranian iranians tehran иран ирана
turkey turkish turks ankara турция турции
tajikistan tajik tajiks dushanbe таджикистан таджикистана
uzbekistan uzbek uzbeks tashkent узбекистан узбекистана
turkmenistan turkmen ashgabat туркменистан
kyrgyzstan kyrgyz bishkek киргизия
kazakhstan kazakh kazakhs astana казахстан
ukraine ukrainian ukrainians kiev украина украины украинский киев
belarus belarusian belarusians minsk
uk british britain britons london england english
france french paris
germany german germans berlin
italy italian italians rome
spain spanish spaniards madrid
portugal portuguese lisbon
poland polish poles warsaw
netherlands dutch hague
belgium belgian belgians
sweden swedish swedes stockholm
norway norwegian norwegians oslo
finland finnish finns helsinki
denmark danish danes copenhagen
switzerland swiss bern geneva
austria austrian austrians vienna
hungary hungarian hungarians budapest
romania romanian bucharest
greece greek greeks athens
serbia serbian serbs belgrade
georgia georgian georgians tbilisi
armenia armenian armenians yerevan
azerbaijan azerbaijani baku
israel israeli israelis jerusalem
palestine palestinian palestinians gaza
syria syrian syrians damascus сирия
iraq iraqi iraqis baghdad ирак
lebanon lebanese beirut
jordan jordanian amman
egypt egyptian egyptians cairo
saudi saudis riyadh
uae emirati abudhabi
qatar qatari doha
yemen yemeni yemenis sanaa
libya libyan libyans tripoli
sudan sudanese khartoum
ethiopia ethiopian addis
nigeria nigerian abuja
kenya kenyan nairobi
southafrica pretoria
japan japanese tokyo
korea korean koreans seoul
northkorea pyongyang
vietnam vietnamese hanoi
indonesia indonesian jakarta
malaysia malaysian
philippines filipino manila
thailand thai bangkok
myanmar burmese burma
mumbai bombay
kolkata calcutta
chennai madras
bengaluru bangalore
yangon rangoon
saigon hochiminh
eswatini swaziland swazi
bangladesh bangladeshi dhaka
srilanka ceylon colombo
nepal nepali kathmandu
mongolia mongolian
australia australian australians canberra
canada canadian canadians ottawa
mexico mexican mexicans
brazil brazilian brazilians brasilia
argentina argentine
venezuela venezuelan caracas
cuba cuban cubans havana
chile chilean santiago
colombia colombian bogota
west western westerners запад западный
pashtun pashtuns
hazara hazaras
sunni sunnis
shia shiite shiites
muslim muslims
christian christians
jewish jews
africa african africans
asia asian asians
"""
ACTORS: dict[str, str] = {
    word: line.split()[0] for line in _GROUPS.strip().splitlines() for word in line.split()
}
CAPITALS = frozenset(
    "moscow kremlin москва москве кремль washington вашингтон beijing пекин kabul кабул brussels"
    " islamabad delhi tehran ankara dushanbe tashkent ashgabat bishkek astana kiev киев minsk"
    " london paris berlin rome madrid lisbon warsaw hague stockholm oslo helsinki copenhagen bern"
    " geneva vienna budapest bucharest athens belgrade tbilisi yerevan baku jerusalem damascus"
    " baghdad beirut amman cairo riyadh abudhabi doha sanaa tripoli khartoum addis abuja nairobi"
    " pretoria tokyo seoul pyongyang hanoi jakarta manila bangkok dhaka colombo kathmandu canberra"
    " ottawa brasilia caracas havana santiago bogota".split()
)
"""Cities that stand for their government, but are places too."""
MONTHS = frozenset(
    "january february monthmay march april june july august september october november december"
    " января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
