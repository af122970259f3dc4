// Made by scripts/make-time-zones.mjs from tzdata 2025b and CLDR 48.0: never edited by hand.

/**
 * A line for each country and latitude: ISO 3166-1 alpha-2; north or south of the equator, `n` or `s` within 10
 * degrees of it; every name of every time zone there, the old ones included.
 */
export const timeZones = `AD N Europe/Andorra
AE N Asia/Dubai
AF N Asia/Kabul
AG N America/Antigua
AI N America/Anguilla
AL N Europe/Tirane
AM N Asia/Yerevan
AO s Africa/Luanda
AQ S Antarctica/Casey Antarctica/Davis Antarctica/DumontDUrville Antarctica/Mawson Antarctica/McMurdo Antarctica/Palmer Antarctica/Rothera Antarctica/South_Pole Antarctica/Syowa Antarctica/Troll Antarctica/Vostok
AR S America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/ComodRivadavia America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/La_Rioja America/Argentina/Mendoza America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Buenos_Aires America/Catamarca America/Cordoba America/Jujuy America/Mendoza America/Rosario
AS S Pacific/Pago_Pago Pacific/Samoa US/Samoa
AT N Europe/Vienna
AU S Antarctica/Macquarie Australia/ACT Australia/Adelaide Australia/Brisbane Australia/Broken_Hill Australia/Canberra Australia/Currie Australia/Darwin Australia/Eucla Australia/Hobart Australia/LHI Australia/Lindeman Australia/Lord_Howe Australia/Melbourne Australia/NSW Australia/North Australia/Perth Australia/Queensland Australia/South Australia/Sydney Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna
AW N America/Aruba
AX N Europe/Mariehamn
AZ N Asia/Baku
BA N Europe/Sarajevo
BB N America/Barbados
BD N Asia/Dacca Asia/Dhaka
BE N Europe/Brussels
BF N Africa/Ouagadougou
BG N Europe/Sofia
BH N Asia/Bahrain
BI s Africa/Bujumbura
BJ n Africa/Porto-Novo
BL N America/St_Barthelemy
BM N Atlantic/Bermuda
BN n Asia/Brunei
BO S America/La_Paz
BQ N America/Kralendijk
BR S America/Bahia America/Campo_Grande America/Cuiaba America/Sao_Paulo Brazil/East
BR n America/Boa_Vista
BR s America/Araguaina America/Belem America/Eirunepe America/Fortaleza America/Maceio America/Manaus America/Noronha America/Porto_Acre America/Porto_Velho America/Recife America/Rio_Branco America/Santarem Brazil/Acre Brazil/DeNoronha Brazil/West
BS N America/Nassau
BT N Asia/Thimbu Asia/Thimphu
BW S Africa/Gaborone
BY N Europe/Minsk
BZ N America/Belize
CA N America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Coral_Harbour America/Creston America/Dawson America/Dawson_Creek America/Edmonton America/Fort_Nelson America/Glace_Bay America/Goose_Bay America/Halifax America/Inuvik America/Iqaluit America/Moncton America/Montreal America/Nipigon America/Pangnirtung America/Rainy_River America/Rankin_Inlet America/Regina America/Resolute America/St_Johns America/Swift_Current America/Thunder_Bay America/Toronto America/Vancouver America/Whitehorse America/Winnipeg America/Yellowknife Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific Canada/Saskatchewan Canada/Yukon
CC S Indian/Cocos
CD S Africa/Lubumbashi
CD s Africa/Kinshasa
CF n Africa/Bangui
CG s Africa/Brazzaville
CH N Europe/Zurich
CI n Africa/Abidjan
CK S Pacific/Rarotonga
CL S America/Coyhaique America/Punta_Arenas America/Santiago Chile/Continental Chile/EasterIsland Pacific/Easter
CM n Africa/Douala
CN N Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Kashgar Asia/Shanghai Asia/Urumqi PRC
CO n America/Bogota
CR n America/Costa_Rica
CU N America/Havana Cuba
CV N Atlantic/Cape_Verde
CW N America/Curacao
CX S Indian/Christmas
CY N Asia/Famagusta Asia/Nicosia Europe/Nicosia
CZ N Europe/Prague
DE N Europe/Berlin Europe/Busingen
DJ N Africa/Djibouti
DK N Europe/Copenhagen
DM N America/Dominica
DO N America/Santo_Domingo
DZ N Africa/Algiers
EC s America/Guayaquil Pacific/Galapagos
EE N Europe/Tallinn
EG N Africa/Cairo Egypt
EH N Africa/El_Aaiun
ER N Africa/Asmara Africa/Asmera
ES N Africa/Ceuta Atlantic/Canary Europe/Madrid
ET n Africa/Addis_Ababa
FI N Europe/Helsinki
FJ S Pacific/Fiji
FK S Atlantic/Stanley
FM n Pacific/Chuuk Pacific/Kosrae Pacific/Pohnpei Pacific/Ponape Pacific/Truk Pacific/Yap
FO N Atlantic/Faeroe Atlantic/Faroe
FR N Europe/Paris
GA n Africa/Libreville
GB N Europe/Belfast Europe/London GB GB-Eire
GD N America/Grenada
GE N Asia/Tbilisi
GF n America/Cayenne
GG N Europe/Guernsey
GH n Africa/Accra
GI N Europe/Gibraltar
GL N America/Danmarkshavn America/Godthab America/Nuuk America/Scoresbysund America/Thule
GM N Africa/Banjul
GN n Africa/Conakry
GP N America/Guadeloupe
GQ n Africa/Malabo
GR N Europe/Athens
GS S Atlantic/South_Georgia
GT N America/Guatemala
GU N Pacific/Guam
GW N Africa/Bissau
GY n America/Guyana
HK N Asia/Hong_Kong Hongkong
HN N America/Tegucigalpa
HR N Europe/Zagreb
HT N America/Port-au-Prince
HU N Europe/Budapest
ID s Asia/Jakarta Asia/Jayapura Asia/Makassar Asia/Pontianak Asia/Ujung_Pandang
IE N Eire Europe/Dublin
IL N Asia/Jerusalem Asia/Tel_Aviv Israel
IM N Europe/Isle_of_Man
IN N Asia/Calcutta Asia/Kolkata
IO s Indian/Chagos
IQ N Asia/Baghdad
IR N Asia/Tehran Iran
IS N Atlantic/Reykjavik Iceland
IT N Europe/Rome
JE N Europe/Jersey
JM N America/Jamaica Jamaica
JO N Asia/Amman
JP N Asia/Tokyo Japan
KE s Africa/Nairobi
KG N Asia/Bishkek
KH N Asia/Phnom_Penh
KI n Pacific/Kiritimati Pacific/Tarawa
KI s Pacific/Enderbury Pacific/Kanton
KM S Indian/Comoro
KN N America/St_Kitts
KP N Asia/Pyongyang
KR N Asia/Seoul ROK
KW N Asia/Kuwait
KY N America/Cayman
KZ N Asia/Almaty Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Oral Asia/Qostanay Asia/Qyzylorda
LA N Asia/Vientiane
LB N Asia/Beirut
LC N America/St_Lucia
LI N Europe/Vaduz
LK n Asia/Colombo
LR n Africa/Monrovia
LS S Africa/Maseru
LT N Europe/Vilnius
LU N Europe/Luxembourg
LV N Europe/Riga
LY N Africa/Tripoli Libya
MA N Africa/Casablanca
MC N Europe/Monaco
MD N Europe/Chisinau Europe/Tiraspol
ME N Europe/Podgorica
MF N America/Marigot
MG S Indian/Antananarivo
MH n Kwajalein Pacific/Kwajalein Pacific/Majuro
MK N Europe/Skopje
ML N Africa/Bamako Africa/Timbuktu
MM N Asia/Rangoon Asia/Yangon
MN N Asia/Choibalsan Asia/Hovd Asia/Ulaanbaatar Asia/Ulan_Bator
MO N Asia/Macao Asia/Macau
MP N Pacific/Saipan
MQ N America/Martinique
MR N Africa/Nouakchott
MS N America/Montserrat
MT N Europe/Malta
MU S Indian/Mauritius
MV n Indian/Maldives
MW S Africa/Blantyre
MX N America/Bahia_Banderas America/Cancun America/Chihuahua America/Ciudad_Juarez America/Ensenada America/Hermosillo America/Matamoros America/Mazatlan America/Merida America/Mexico_City America/Monterrey America/Ojinaga America/Santa_Isabel America/Tijuana Mexico/BajaNorte Mexico/BajaSur Mexico/General
MY n Asia/Kuala_Lumpur Asia/Kuching
MZ S Africa/Maputo
NA S Africa/Windhoek
NC S Pacific/Noumea
NE N Africa/Niamey
NF S Pacific/Norfolk
NG n Africa/Lagos
NI N America/Managua
NL N Europe/Amsterdam
NO N Europe/Oslo
NP N Asia/Kathmandu Asia/Katmandu
NR s Pacific/Nauru
NU S Pacific/Niue
NZ S NZ NZ-CHAT Pacific/Auckland Pacific/Chatham
OM N Asia/Muscat
PA n America/Panama
PE S America/Lima
PF S Pacific/Gambier Pacific/Tahiti
PF s Pacific/Marquesas
PG s Pacific/Bougainville Pacific/Port_Moresby
PH N Asia/Manila
PK N Asia/Karachi
PL N Europe/Warsaw Poland
PM N America/Miquelon
PN S Pacific/Pitcairn
PR N America/Puerto_Rico
PS N Asia/Gaza Asia/Hebron
PT N Atlantic/Azores Atlantic/Madeira Europe/Lisbon Portugal
PW n Pacific/Palau
PY S America/Asuncion
QA N Asia/Qatar
RE S Indian/Reunion
RO N Europe/Bucharest
RS N Europe/Belgrade
RU N Asia/Anadyr Asia/Barnaul Asia/Chita Asia/Irkutsk Asia/Kamchatka Asia/Khandyga Asia/Krasnoyarsk Asia/Magadan Asia/Novokuznetsk Asia/Novosibirsk Asia/Omsk Asia/Sakhalin Asia/Srednekolymsk Asia/Tomsk Asia/Ust-Nera Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Europe/Astrakhan Europe/Kaliningrad Europe/Kirov Europe/Moscow Europe/Samara Europe/Saratov Europe/Ulyanovsk Europe/Volgograd W-SU
RW s Africa/Kigali
SA N Asia/Riyadh
SB s Pacific/Guadalcanal
SC s Indian/Mahe
SD N Africa/Khartoum
SE N Europe/Stockholm
SG n Asia/Singapore Singapore
SH S Atlantic/St_Helena
SI N Europe/Ljubljana
SJ N Arctic/Longyearbyen Atlantic/Jan_Mayen
SK N Europe/Bratislava
SL n Africa/Freetown
SM N Europe/San_Marino
SN N Africa/Dakar
SO n Africa/Mogadishu
SR n America/Paramaribo
SS n Africa/Juba
ST n Africa/Sao_Tome
SV N America/El_Salvador
SX N America/Lower_Princes
SY N Asia/Damascus
SZ S Africa/Mbabane
TC N America/Grand_Turk
TD N Africa/Ndjamena
TF S Indian/Kerguelen
TG n Africa/Lome
TH N Asia/Bangkok
TJ N Asia/Dushanbe
TK s Pacific/Fakaofo
TL s Asia/Dili
TM N Asia/Ashgabat Asia/Ashkhabad
TN N Africa/Tunis
TO S Pacific/Tongatapu
TR N Asia/Istanbul Europe/Istanbul Turkey
TT N America/Port_of_Spain
TV s Pacific/Funafuti
TW N Asia/Taipei ROC
TZ s Africa/Dar_es_Salaam
UA N Europe/Kiev Europe/Kyiv Europe/Simferopol Europe/Uzhgorod Europe/Zaporozhye
UG n Africa/Kampala
UM N Pacific/Midway Pacific/Wake
US N America/Adak America/Anchorage America/Atka America/Boise America/Chicago America/Denver America/Detroit America/Fort_Wayne America/Indiana/Indianapolis America/Indiana/Knox America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Tell_City America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac America/Indianapolis America/Juneau America/Kentucky/Louisville America/Kentucky/Monticello America/Knox_IN America/Los_Angeles America/Louisville America/Menominee America/Metlakatla America/New_York America/Nome America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem America/Phoenix America/Shiprock America/Sitka America/Yakutat Navajo Pacific/Honolulu Pacific/Johnston US/Alaska US/Aleutian US/Arizona US/Central US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan US/Mountain US/Pacific
UY S America/Montevideo
UZ N Asia/Samarkand Asia/Tashkent
VA N Europe/Vatican
VC N America/St_Vincent
VE N America/Caracas
VG N America/Tortola
VI N America/St_Thomas America/Virgin
VN N Asia/Ho_Chi_Minh Asia/Saigon
VU S Pacific/Efate
WF S Pacific/Wallis
WS S Pacific/Apia
YE N Asia/Aden
YT S Indian/Mayotte
ZA S Africa/Johannesburg
ZM S Africa/Lusaka
ZW S Africa/Harare`;
