/* stations.c - made from stations.tsv by generate.py; change the list, not this file.
 * Sources of the facts: README.md. */
#include "data.h"

/* clang-format off */
const struct cv_station_fact cv_station_facts[] = {
    {"ABIDJAN", "AMEMBASSY ABIDJAN", "CI", "Cote d'Ivoire", "RUEHAB"},
    {"ABUDHABI", "AMEMBASSY ABU DHABI", "AE", "United Arab Emirates", "RUEHAD"},
    {"ABUJA", "AMEMBASSY ABUJA", "NG", "Nigeria", "RUEHUJA"},
    {"ACAPULCO", "USDEL ACAPULCO", "MX", "Mexico", ""},
    {"ACCRA", "AMEMBASSY ACCRA", "GH", "Ghana", "RUEHAR"},
    {"ADANA", "AMCONSUL ADANA", "TR", "Turkey", "RUEHDA"},
    {"ADDISABABA", "AMEMBASSY ADDIS ABABA", "ET", "Ethiopia", "RUEHDS"},
    {"ADEN", "AMEMBASSY ADEN", "YE", "Yemen", ""},
    {"AFGHANISTANCOLLECTIVE", "AFGHANISTAN COLLECTIVE", "", "", "RUCNAFG"},
    {"AFRICANUNIONCOLLECTIVE", "AFRICAN UNION COLLECTIVE", "", "", "RUEHZO"},
    {"AITTAIPEI", "AIT TAIPEI", "TW", "Taiwan", "RUEHIN"},
    {"AITWASHINGTON", "AIT WASHINGTON", "US", "United States", ""},
    {"ALEPPO", "AMCONSUL ALEPPO", "SY", "Syria", ""},
    {"ALEXANDRIA", "AMCONSUL ALEXANDRIA", "EG", "Egypt", ""},
    {"ALGIERS", "AMEMBASSY ALGIERS", "DZ", "Algeria", "RUEHAS"},
    {"ALMATY", "AMEMBASSY ALMATY", "KZ", "Kazakhstan", "RUEHAST"},
    {"AMMAN", "AMEMBASSY AMMAN", "JO", "Jordan", "RUEHAM"},
    {"AMSTERDAM", "AMCONSUL AMSTERDAM", "NL", "Netherlands", ""},
    {"ANKARA", "AMEMBASSY ANKARA", "TR", "Turkey", "RUEHAK"},
    {"ANTANANARIVO", "AMEMBASSY ANTANANARIVO", "MG", "Madagascar", "RUEHAN"},
    {"ANTWERP", "AMCONSUL ANTWERP", "BE", "Belgium", ""},
    {"APIA", "AMEMBASSY APIA", "WS", "Samoa", ""},
    {"AQABA", "USDEL AQABA", "JO", "Jordan", ""},
    {"ASEANMEMBERCOLLECTIVE", "ASEAN MEMBER COLLECTIVE", "", "", "RUCNASE"},
    {"ASHGABAT", "AMEMBASSY ASHGABAT", "TM", "Turkmenistan", "RUEHAH"},
    {"ASMARA", "AMEMBASSY ASMARA", "ER", "Eritrea", "RUEHAE"},
    {"ASTANA", "AMEMBASSY ASTANA", "KZ", "Kazakhstan", "RUEHTA"},
    {"ASUNCION", "AMEMBASSY ASUNCION", "PY", "Paraguay", "RUEHAC"},
    {"ASWAN", "USDEL ASWAN", "EG", "Egypt", ""},
    {"ATHENS", "AMEMBASSY ATHENS", "GR", "Greece", "RUEHTH"},
    {"AUCKLAND", "AMCONSUL AUCKLAND", "NZ", "New Zealand", "RUEHNZ"},
    {"BAGHDAD", "AMEMBASSY BAGHDAD", "IQ", "Iraq", "RUEHGB"},
    {"BAKU", "AMEMBASSY BAKU", "AZ", "Azerbaijan", "RUEHKB"},
    {"BALI", "USDEL BALI", "ID", "Indonesia", ""},
    {"BAMAKO", "AMEMBASSY BAMAKO", "ML", "Mali", "RUEHBP"},
    {"BANDARSERIBEGAWAN", "AMEMBASSY BANDAR SERI BEGAWAN", "BN", "Brunei", "RUEHBD"},
    {"BANGKOK", "AMEMBASSY BANGKOK", "TH", "Thailand", "RUEHBK"},
    {"BANGUI", "AMEMBASSY BANGUI", "CF", "Central African Republic", "RUEHGI"},
    {"BANJUL", "AMEMBASSY BANJUL", "GM", "Gambia", "RUEHJL"},
    {"BARCELONA", "AMCONSUL BARCELONA", "ES", "Spain", "RUEHLA"},
    {"BARRANQUILLA", "AMCONSUL BARRANQUILLA", "CO", "Colombia", ""},
    {"BASRAH", "REO BASRAH", "IQ", "Iraq", "RUEHBC"},
    {"BATHURST", "AMEMBASSY BATHURST", "GM", "Gambia", ""},
    {"BEIJING", "AMEMBASSY BEIJING", "CN", "China", "RUEHBJ"},
    {"BEIRUT", "AMEMBASSY BEIRUT", "LB", "Lebanon", "RUEHLB"},
    {"BELEM", "AMCONSUL BELEM", "BR", "Brazil", ""},
    {"BELFAST", "AMCONSUL BELFAST", "GB", "United Kingdom", "RUEHBL"},
    {"BELGRADE", "AMEMBASSY BELGRADE", "RS", "Serbia", "RUEHBW"},
    {"BELIZE", "AMEMBASSY BELIZE", "BZ", "Belize", "RUEHBE"},
    {"BELMOPAN", "AMEMBASSY BELMOPAN", "BZ", "Belize", "RUEHBE"},
    {"BENGHAZI", "AMCONSUL BENGHAZI", "LY", "Libya", ""},
    {"BERLIN", "AMEMBASSY BERLIN", "DE", "Germany", "RUEHRL"},
    {"BERN", "AMEMBASSY BERN", "CH", "Switzerland", "RUEHSW"},
    {"BIENHOA", "AMCONSUL BIEN HOA", "VN", "Vietnam", ""},
    {"BILBAO", "AMCONSUL BILBAO", "ES", "Spain", ""},
    {"BISHKEK", "AMEMBASSY BISHKEK", "KG", "Kyrgyzstan", "RUEHEK"},
    {"BISSAU", "AMEMBASSY BISSAU", "GW", "Guinea-Bissau", ""},
    {"BLANTYRE", "AMEMBASSY BLANTYRE", "MW", "Malawi", ""},
    {"BOGOTA", "AMEMBASSY BOGOTA", "CO", "Colombia", "RUEHBO"},
    {"BOMBAY", "AMCONSUL BOMBAY", "IN", "India", ""},
    {"BONN", "AMEMBASSY BONN", "DE", "Germany", ""},
    {"BORDEAUX", "AMCONSUL BORDEAUX", "FR", "France", ""},
    {"BRASILIA", "AMEMBASSY BRASILIA", "BR", "Brazil", "RUEHBR"},
    {"BRATISLAVA", "AMEMBASSY BRATISLAVA", "SK", "Slovakia", "RUEHSL"},
    {"BRAZZAVILLE", "AMEMBASSY BRAZZAVILLE", "CG", "Congo (Brazzaville)", "RUEHBZ"},
    {"BREMEN", "AMCONSUL BREMEN", "DE", "Germany", ""},
    {"BRIDGETOWN", "AMEMBASSY BRIDGETOWN", "BB", "Barbados", "RUEHWN"},
    {"BRISBANE", "AMCONSUL BRISBANE", "AU", "Australia", ""},
    {"BRUSSELS", "AMEMBASSY BRUSSELS", "BE", "Belgium", "RUEHBS"},
    {"BUCHAREST", "AMEMBASSY BUCHAREST", "RO", "Romania", "RUEHBM"},
    {"BUDAPEST", "AMEMBASSY BUDAPEST", "HU", "Hungary", "RUEHUP"},
    {"BUENOSAIRES", "AMEMBASSY BUENOS AIRES", "AR", "Argentina", "RUEHBU"},
    {"BUJUMBURA", "AMEMBASSY BUJUMBURA", "BI", "Burundi", "RUEHJB"},
    {"BUKAVU", "AMCONSUL BUKAVU", "CD", "Congo (Kinshasa)", ""},
    {"CAIRO", "AMEMBASSY CAIRO", "EG", "Egypt", "RUEHEG"},
    {"CALCUTTA", "AMCONSUL CALCUTTA", "IN", "India", "RUEHCI"},
    {"CALGARY", "AMCONSUL CALGARY", "CA", "Canada", "RUEHGA"},
    {"CALI", "AMCONSUL CALI", "CO", "Colombia", ""},
    {"CANADIANPOSTSCOLLECTIVE", "ALL CANADIAN POSTS COLLECTIVE", "", "", "RUCNCAN"},
    {"CANBERRA", "AMEMBASSY CANBERRA", "AU", "Australia", "RUEHBY"},
    {"CANTHO", "AMCONSUL CAN THO", "VN", "Vietnam", ""},
    {"CAPETOWN", "AMCONSUL CAPE TOWN", "ZA", "South Africa", "RUEHTN"},
    {"CARACAS", "AMEMBASSY CARACAS", "VE", "Venezuela", "RUEHCV"},
    {"CASABLANCA", "AMCONSUL CASABLANCA", "MA", "Morocco", "RUEHCL"},
    {"CDCATLANTAGA", "CDC ATLANTA GA", "US", "United States", "RUEHPH"},
    {"CDGENEVA", "USMISSION CD GENEVA", "CH", "Switzerland", ""},
    {"CDRUSAREUR", "CDRUSAREUR HEIDELBERG GE", "DE", "Germany", "RHMFISS"},
    {"CEBU", "AMCONSUL CEBU", "PH", "Philippines", ""},
    {"CHARLESTON", "RM GFSC CHARLESTON", "US", "United States", ""},
    {"CHENGDU", "AMCONSUL CHENGDU", "CN", "China", "RUEHCN"},
    {"CHENNAI", "AMCONSUL CHENNAI", "IN", "India", "RUEHCG"},
    {"CHIANGMAI", "AMCONSUL CHIANG MAI", "TH", "Thailand", "RUEHCHI"},
    {"CHINAPOSTSCOLLECTIVE", "CHINA POSTS COLLECTIVE", "", "", "RUEHOO"},
    {"CHISINAU", "AMEMBASSY CHISINAU", "MD", "Moldova", "RUEHCH"},
    {"CIA", "CIA WASHINGTON DC", "US", "United States", "RUEAIIA"},
    {"CISCOLLECTIVE", "CIS COLLECTIVE", "", "", "RUCNCIS"},
    {"CIUDADJUAREZ", "AMCONSUL CIUDAD JUAREZ", "MX", "Mexico", "RUEHCD"},
    {"COLOMBO", "AMEMBASSY COLOMBO", "LK", "Sri Lanka", "RUEHLM"},
    {"CONAKRY", "AMEMBASSY CONAKRY", "GN", "Guinea", "RUEHRY"},
    {"CONSTANTINE", "AMCONSUL CONSTANTINE", "DZ", "Algeria", ""},
    {"COPENHAGEN", "AMEMBASSY COPENHAGEN", "DK", "Denmark", "RUEHCP"},
    {"COTONOU", "AMEMBASSY COTONOU", "BJ", "Benin", "RUEHCO"},
    {"CURACAO", "AMCONSUL CURACAO", "CW", "Curacao", "RUEHAO"},
    {"DACCA", "AMEMBASSY DACCA", "BD", "Bangladesh", ""},
    {"DAKAR", "AMEMBASSY DAKAR", "SN", "Senegal", "RUEHDK"},
    {"DAMASCUS", "AMEMBASSY DAMASCUS", "SY", "Syria", "RUEHDM"},
    {"DANANG", "AMCONSUL DANANG", "VN", "Vietnam", ""},
    {"DARESSALAAM", "AMEMBASSY DAR ES SALAAM", "TZ", "Tanzania", "RUEHDR"},
    {"DEA", "DEA HQS WASHINGTON DC", "US", "United States", "RUEABND"},
    {"DEAUVILLE", "USDEL DEAUVILLE", "FR", "France", ""},
    {"DHAHRAN", "AMCONSUL DHAHRAN", "SA", "Saudi Arabia", "RUEHDH"},
    {"DHAKA", "AMEMBASSY DHAKA", "BD", "Bangladesh", "RUEHKA"},
    {"DHS", "DEPT OF HOMELAND SECURITY WASHINGTON DC", "US", "United States", "RHMFIUU"},
    {"DIA", "DIA WASHINGTON DC", "US", "United States", "RHEFDIA"},
    {"DILI", "AMEMBASSY DILI", "TL", "Timor-Leste", "RUEHDT"},
    {"DJIBOUTI", "AMEMBASSY DJIBOUTI", "DJ", "Djibouti", "RUEHDJ"},
    {"DOHA", "AMEMBASSY DOHA", "QA", "Qatar", "RUEHDO"},
    {"DORADO", "USDEL DORADO", "PR", "Puerto Rico", ""},
    {"DOUALA", "AMCONSUL DOUALA", "CM", "Cameroon", ""},
    {"DUBAI", "AMCONSUL DUBAI", "AE", "United Arab Emirates", "RUEHDE"},
    {"DUBLIN", "AMEMBASSY DUBLIN", "IE", "Ireland", "RUEHDL"},
    {"DURBAN", "AMCONSUL DURBAN", "ZA", "South Africa", "RUEHDU"},
    {"DUSHANBE", "AMEMBASSY DUSHANBE", "TJ", "Tajikistan", "RUEHDBU"},
    {"DUSSELDORF", "AMCONSUL DUSSELDORF", "DE", "Germany", "RUEHDF"},
    {"EASTERNEUROPEANPOSTSCOLLECTIVE", "EASTERN EUROPEAN POSTS COLLECTIVE", "", "", "RUEHXE"},
    {"ECBRUSSELS", "USMISSION EC BRUSSELS", "BE", "Belgium", ""},
    {"ECCARICOMCOLLECTIVE", "EC CARICOM COLLECTIVE", "", "", "RUCNCOM"},
    {"ECOWASCOLLECTIVE", "ECOWAS COLLECTIVE", "", "", "RUEHZK"},
    {"EDINBURGH", "AMCONSUL EDINBURGH", "GB", "United Kingdom", "RUEHED"},
    {"EPA", "HQ EPA WASHDC", "US", "United States", "RUEAEPA"},
    {"ESTHCOLLECTIVE", "ENVIRONMENT SCIENCE AND TECHNOLOGY COLLECTIVE", "", "", "RUEHZN"},
    {"EUINTERESTCOLLECTIVE", "EU INTEREST COLLECTIVE", "", "", "RUCNMEU"},
    {"EUMEMBERSTATESCOLLECTIVE", "EU MEMBER STATES COLLECTIVE", "", "", "RUCNMEM"},
    {"EUROPEANPOLITICALCOLLECTIVE", "EUROPEAN POLITICAL COLLECTIVE", "", "", "RUEHZL"},
    {"FAA", "FAA NATIONAL HQ WASHINGTON DC", "US", "United States", "RUEANHA"},
    {"FBI", "FBI WASHDC", "US", "United States", "RUCNFB"},
    {"FESTTWO", "FEST TWO", "", "", ""},
    {"FLORENCE", "AMCONSUL FLORENCE", "IT", "Italy", "RUEHFL"},
    {"FORTALEZA", "AMCONSUL FORTALEZA", "BR", "Brazil", ""},
    {"FORTLAMY", "AMEMBASSY FORT LAMY", "TD", "Chad", ""},
    {"FRANKFURT", "AMCONSUL FRANKFURT", "DE", "Germany", "RUEHFT"},
    {"FREETOWN", "AMEMBASSY FREETOWN", "SL", "Sierra Leone", "RUEHFN"},
    {"FRGCOLLECTIVE", "FRG COLLECTIVE", "", "", "RUCNFRG"},
    {"FSINFATC", "FSI NFATC", "US", "United States", ""},
    {"FUKUOKA", "AMCONSUL FUKUOKA", "JP", "Japan", "RUEHFK"},
    {"GABORONE", "AMEMBASSY GABORONE", "BW", "Botswana", "RUEHOR"},
    {"GCCCOLLECTIVE", "GULF COOPERATION COUNCIL COLLECTIVE", "", "", "RUEHZM"},
    {"GENEVA", "USMISSION GENEVA", "CH", "Switzerland", "RUEHGV"},
    {"GENOA", "AMCONSUL GENOA", "IT", "Italy", ""},
    {"GEORGETOWN", "AMEMBASSY GEORGETOWN", "GY", "Guyana", "RUEHGE"},
    {"GOTEBORG", "AMCONSUL GOTEBORG", "SE", "Sweden", ""},
    {"GRENADA", "AMEMBASSY GRENADA", "GD", "Grenada", "RUEHGR"},
    {"GUADALAJARA", "AMCONSUL GUADALAJARA", "MX", "Mexico", "RUEHGD"},
    {"GUANGZHOU", "AMCONSUL GUANGZHOU", "CN", "China", "RUEHGZ"},
    {"GUATEMALA", "AMEMBASSY GUATEMALA", "GT", "Guatemala", "RUEHGT"},
    {"GUAYAQUIL", "AMCONSUL GUAYAQUIL", "EC", "Ecuador", "RUEHGL"},
    {"HALIFAX", "AMCONSUL HALIFAX", "CA", "Canada", "RUEHHA"},
    {"HAMBURG", "AMCONSUL HAMBURG", "DE", "Germany", "RUEHAG"},
    {"HAMILTON", "AMCONSUL HAMILTON", "BM", "Bermuda", ""},
    {"HANOI", "AMEMBASSY HANOI", "VN", "Vietnam", "RUEHHI"},
    {"HARARE", "AMEMBASSY HARARE", "ZW", "Zimbabwe", "RUEHSB"},
    {"HAVANA", "USINT HAVANA", "CU", "Cuba", "RUEHUB"},
    {"HELSINKI", "AMEMBASSY HELSINKI", "FI", "Finland", "RUEHHE"},
    {"HERMOSILLO", "AMCONSUL HERMOSILLO", "MX", "Mexico", "RUEHHO"},
    {"HHS", "DEPT OF HHS WASHDC", "US", "United States", "RUEAUSA"},
    {"HILLAH", "REO HILLAH", "IQ", "Iraq", "RUEHIHL"},
    {"HOCHIMINHCITY", "AMCONSUL HO CHI MINH CITY", "VN", "Vietnam", "RUEHHM"},
    {"HONGKONG", "AMCONSUL HONG KONG", "HK", "Hong Kong", "RUEHHK"},
    {"HOUSTON", "USDEL HOUSTON", "US", "United States", ""},
    {"HSC", "HOMELAND SECURITY CENTER WASHDC", "US", "United States", "RUEAHLC"},
    {"HYDERABAD", "AMCONSUL HYDERABAD", "IN", "India", "RUEHNEH"},
    {"IAEAVIENNA", "USMISSION IAEA VIENNA", "AT", "Austria", ""},
    {"IBADAN", "AMCONSUL IBADAN", "NG", "Nigeria", ""},
    {"ICAOMONTREAL", "USMISSION ICAO", "CA", "Canada", ""},
    {"INTERIOR", "DEPT OF INTERIOR WASHINGTON DC", "US", "United States", ""},
    {"IRANRPODUBAI", "IRAN RPO DUBAI", "AE", "United Arab Emirates", "RUEHDIR"},
    {"ISFAHAN", "AMCONSUL ISFAHAN", "IR", "Iran", ""},
    {"ISLAMABAD", "AMEMBASSY ISLAMABAD", "PK", "Pakistan", "RUEHIL"},
    {"ISLAMICCOLLECTIVE", "ISLAMIC COLLECTIVE", "", "", "RUCNISL"},
    {"ISTANBUL", "AMCONSUL ISTANBUL", "TR", "Turkey", "RUEHIT"},
    {"IZMIR", "AMCONSUL IZMIR", "TR", "Turkey", ""},
    {"JACMOLESWORTH", "JAC MOLESWORTH RAF MOLESWORTH UK", "GB", "United Kingdom", "RUZEJAA"},
    {"JAKARTA", "AMEMBASSY JAKARTA", "ID", "Indonesia", "RUEHJA"},
    {"JEDDAH", "AMCONSUL JEDDAH", "SA", "Saudi Arabia", "RUEHJI"},
    {"JERUSALEM", "AMCONSUL JERUSALEM", "", "Jerusalem", "RUEHJM"},
    {"JIDDA", "AMEMBASSY JIDDA", "SA", "Saudi Arabia", ""},
    {"JOHANNESBURG", "AMCONSUL JOHANNESBURG", "ZA", "South Africa", "RUEHJO"},
    {"JOINTSTAFF", "JOINT STAFF WASHINGTON DC", "US", "United States", "RUEKJCS"},
    {"KABUL", "AMEMBASSY KABUL", "AF", "Afghanistan", "RUEHBUL"},
    {"KADUNA", "AMCONSUL KADUNA", "NG", "Nigeria", ""},
    {"KAMPALA", "AMEMBASSY KAMPALA", "UG", "Uganda", "RUEHKM"},
    {"KARACHI", "AMCONSUL KARACHI", "PK", "Pakistan", "RUEHKP"},
    {"KATHMANDU", "AMEMBASSY KATHMANDU", "NP", "Nepal", "RUEHKT"},
    {"KHARTOUM", "AMEMBASSY KHARTOUM", "SD", "Sudan", "RUEHKH"},
    {"KHORRAMSHAHR", "AMCONSUL KHORRAMSHAHR", "IR", "Iran", ""},
    {"KIEV", "AMEMBASSY KIEV", "UA", "Ukraine", ""},
    {"KIGALI", "AMEMBASSY KIGALI", "RW", "Rwanda", "RUEHLGB"},
    {"KINGSTON", "AMEMBASSY KINGSTON", "JM", "Jamaica", "RUEHKG"},
    {"KINSHASA", "AMEMBASSY KINSHASA", "CD", "Congo (Kinshasa)", "RUEHKI"},
    {"KIRKUK", "REO KIRKUK", "IQ", "Iraq", "RUEHKUK"},
    {"KISANGANI", "AMCONSUL KISANGANI", "CD", "Congo (Kinshasa)", ""},
    {"KOLKATA", "AMCONSUL KOLKATA", "IN", "India", "RUEHCI"},
    {"KOLONIA", "AMEMBASSY KOLONIA", "FM", "Micronesia", "RUEHKN"},
    {"KOROR", "AMEMBASSY KOROR", "PW", "Palau", "RUEHKR"},
    {"KRAKOW", "AMCONSUL KRAKOW", "PL", "Poland", "RUEHKW"},
    {"KUALALUMPUR", "AMEMBASSY KUALA LUMPUR", "MY", "Malaysia", "RUEHKL"},
    {"KUWAIT", "AMEMBASSY KUWAIT", "KW", "Kuwait", "RUEHKU"},
    {"KYIV", "AMEMBASSY KYIV", "UA", "Ukraine", "RUEHKV"},
    {"KYOTO", "USDEL KYOTO", "JP", "Japan", ""},
    {"LAGOS", "AMCONSUL LAGOS", "NG", "Nigeria", "RUEHOS"},
    {"LAHORE", "AMCONSUL LAHORE", "PK", "Pakistan", "RUEHLH"},
    {"LAPAZ", "AMEMBASSY LA PAZ", "BO", "Bolivia", "RUEHLP"},
    {"LEIPZIG", "AMCONSUL LEIPZIG", "DE", "Germany", "RUEHLZ"},
    {"LENINGRAD", "AMCONSUL LENINGRAD", "RU", "Russia", ""},
    {"LIBREVILLE", "AMEMBASSY LIBREVILLE", "GA", "Gabon", "RUEHLC"},
    {"LILONGWE", "AMEMBASSY LILONGWE", "MW", "Malawi", "RUEHLG"},
    {"LIMA", "AMEMBASSY LIMA", "PE", "Peru", "RUEHPE"},
    {"LISBON", "AMEMBASSY LISBON", "PT", "Portugal", "RUEHLI"},
    {"LIVERPOOL", "AMCONSUL LIVERPOOL", "GB", "United Kingdom", ""},
    {"LJUBLJANA", "AMEMBASSY LJUBLJANA", "SI", "Slovenia", "RUEHLJ"},
    {"LOME", "AMEMBASSY LOME", "TG", "Togo", "RUEHPC"},
    {"LONDON", "AMEMBASSY LONDON", "GB", "United Kingdom", "RUEHLO"},
    {"LOSANGELES", "USDEL LOS ANGELES", "US", "United States", ""},
    {"LOURENCOMARQUES", "AMCONSUL LOURENCO MARQUES", "MZ", "Mozambique", ""},
    {"LUANDA", "AMEMBASSY LUANDA", "AO", "Angola", "RUEHLU"},
    {"LUBUMBASHI", "AMCONSUL LUBUMBASHI", "CD", "Congo (Kinshasa)", ""},
    {"LUSAKA", "AMEMBASSY LUSAKA", "ZM", "Zambia", "RUEHLS"},
    {"LUXEMBOURG", "AMEMBASSY LUXEMBOURG", "LU", "Luxembourg", "RUEHLE"},
    {"LYON", "AMCONSUL LYON", "FR", "France", ""},
    {"MADRAS", "AMCONSUL MADRAS", "IN", "India", ""},
    {"MADRID", "AMEMBASSY MADRID", "ES", "Spain", "RUEHMD"},
    {"MAJURO", "AMEMBASSY MAJURO", "MH", "Marshall Islands", "RUEHMJ"},
    {"MALABO", "AMEMBASSY MALABO", "GQ", "Equatorial Guinea", "RUEHMA"},
    {"MANAGUA", "AMEMBASSY MANAGUA", "NI", "Nicaragua", "RUEHMU"},
    {"MANAMA", "AMEMBASSY MANAMA", "BH", "Bahrain", "RUEHMK"},
    {"MANILA", "AMEMBASSY MANILA", "PH", "Philippines", "RUEHML"},
    {"MAPUTO", "AMEMBASSY MAPUTO", "MZ", "Mozambique", "RUEHTO"},
    {"MARACAIBO", "AMCONSUL MARACAIBO", "VE", "Venezuela", ""},
    {"MARDELPLATA", "USDEL MAR DEL PLATA", "AR", "Argentina", ""},
    {"MARSEILLE", "AMCONSUL MARSEILLE", "FR", "France", "RUEHMRE"},
    {"MARTINIQUE", "AMCONSUL MARTINIQUE", "MQ", "Martinique", ""},
    {"MASERU", "AMEMBASSY MASERU", "LS", "Lesotho", "RUEHMR"},
    {"MATAMOROS", "AMCONSUL MATAMOROS", "MX", "Mexico", "RUEHRS"},
    {"MAZATLAN", "AMCONSUL MAZATLAN", "MX", "Mexico", ""},
    {"MBABANE", "AMEMBASSY MBABANE", "SZ", "Eswatini", "RUEHMB"},
    {"MBFRVIENNA", "USDEL MBFR VIENNA", "AT", "Austria", ""},
    {"MCC", "MILLENNIUM CHALLENGE CORP WASHINGTON DC", "US", "United States", "RUEHLMC"},
    {"MEDAN", "AMCONSUL MEDAN", "ID", "Indonesia", ""},
    {"MEDELLIN", "AMCONSUL MEDELLIN", "CO", "Colombia", ""},
    {"MELBOURNE", "AMCONSUL MELBOURNE", "AU", "Australia", "RUEHBN"},
    {"MERCOSURCOLLECTIVE", "MERCOSUR COLLECTIVE", "", "", "RUCNMER"},
    {"MERIDA", "AMCONSUL MERIDA", "MX", "Mexico", "RUEHRD"},
    {"MEXICALI", "AMCONSUL MEXICALI", "MX", "Mexico", ""},
    {"MEXICO", "AMEMBASSY MEXICO", "MX", "Mexico", "RUEHME"},
    {"MILAN", "AMCONSUL MILAN", "IT", "Italy", "RUEHMIL"},
    {"MINSK", "AMEMBASSY MINSK", "BY", "Belarus", "RUEHSK"},
    {"MOGADISHU", "AMEMBASSY MOGADISHU", "SO", "Somalia", ""},
    {"MONROVIA", "AMEMBASSY MONROVIA", "LR", "Liberia", "RUEHMV"},
    {"MONTERREY", "AMCONSUL MONTERREY", "MX", "Mexico", "RUEHMC"},
    {"MONTEVIDEO", "AMEMBASSY MONTEVIDEO", "UY", "Uruguay", "RUEHMN"},
    {"MONTREAL", "AMCONSUL MONTREAL", "CA", "Canada", "RUEHMT"},
    {"MOSCOW", "AMEMBASSY MOSCOW", "RU", "Russia", "RUEHMO"},
    {"MOSCOWPOLITICALCOLLECTIVE", "MOSCOW POLITICAL COLLECTIVE", "", "", "RUEHXD"},
    {"MOSUL", "REO MOSUL", "IQ", "Iraq", "RUEHMOS"},
    {"MTNGENEVA", "USDEL MTN GENEVA", "CH", "Switzerland", ""},
    {"MUMBAI", "AMCONSUL MUMBAI", "IN", "India", "RUEHBI"},
    {"MUNICH", "AMCONSUL MUNICH", "DE", "Germany", "RUEHMZ"},
    {"MUSCAT", "AMEMBASSY MUSCAT", "OM", "Oman", "RUEHMS"},
    {"NAGOYA", "AMCONSUL NAGOYA", "JP", "Japan", "RUEHNAG"},
    {"NAHA", "AMCONSUL NAHA", "JP", "Japan", "RUEHNH"},
    {"NAIROBI", "AMEMBASSY NAIROBI", "KE", "Kenya", "RUEHNR"},
    {"NAIROBIUNEP", "USMISSION UNEP NAIROBI", "KE", "Kenya", ""},
    {"NAPLES", "AMCONSUL NAPLES", "IT", "Italy", "RUEHNP"},
    {"NASA", "NASA WASHDC", "US", "United States", ""},
    {"NASSAU", "AMEMBASSY NASSAU", "BS", "Bahamas", "RUEHBH"},
    {"NATOBRUSSELS", "USMISSION NATO BRUSSELS", "BE", "Belgium", ""},
    {"NATOEUCOLLECTIVE", "NATO EU COLLECTIVE", "", "", "RUEHZG"},
    {"NCTC", "NCTC WASHINGTON DC", "US", "United States", "RUEILB"},
    {"NDJAMENA", "AMEMBASSY NDJAMENA", "TD", "Chad", "RUEHNJ"},
    {"NEWDELHI", "AMEMBASSY NEW DELHI", "IN", "India", "RUEHNE"},
    {"NHATRANG", "AMCONSUL NHA TRANG", "VN", "Vietnam", ""},
    {"NIAMEY", "AMEMBASSY NIAMEY", "NE", "Niger", "RUEHNM"},
    {"NICE", "AMCONSUL NICE", "FR", "France", ""},
    {"NICOSIA", "AMEMBASSY NICOSIA", "CY", "Cyprus", "RUEHNC"},
    {"NOGALES", "AMCONSUL NOGALES", "MX", "Mexico", "RUEHNG"},
    {"NOUAKCHOTT", "AMEMBASSY NOUAKCHOTT", "MR", "Mauritania", "RUEHNK"},
    {"NRC", "NRC WASHDC", "US", "United States", "RUEANFA"},
    {"NSA", "DIRNSA FT GEORGE G MEADE MD", "US", "United States", "RUETIAA"},
    {"NSC", "NSC WASHDC", "US", "United States", "RHEHNSC"},
    {"NUEVOLAREDO", "AMCONSUL NUEVO LAREDO", "MX", "Mexico", "RUEHNL"},
    {"ODCANKARA", "ODC ANKARA TU", "TR", "Turkey", "RUEUITH"},
    {"OECDPARIS", "USMISSION OECD PARIS", "FR", "France", ""},
    {"OECDPOSTSCOLLECTIVE", "OECD POSTS COLLECTIVE", "", "", "RUEHSS"},
    {"OPORTO", "AMCONSUL OPORTO", "PT", "Portugal", ""},
    {"ORAN", "AMCONSUL ORAN", "DZ", "Algeria", ""},
    {"OSAKAKOBE", "AMCONSUL OSAKA KOBE", "JP", "Japan", "RUEHOK"},
    {"OSLO", "AMEMBASSY OSLO", "NO", "Norway", "RUEHNY"},
    {"OTTAWA", "AMEMBASSY OTTAWA", "CA", "Canada", "RUEHOT"},
    {"OUAGADOUGOU", "AMEMBASSY OUAGADOUGOU", "BF", "Burkina Faso", "RUEHOU"},
    {"PALERMO", "AMCONSUL PALERMO", "IT", "Italy", ""},
    {"PALMSPRINGS", "USDEL SECRETARY", "US", "United States", ""},
    {"PANAMA", "AMEMBASSY PANAMA", "PA", "Panama", "RUEHZP"},
    {"PARAMARIBO", "AMEMBASSY PARAMARIBO", "SR", "Suriname", "RUEHPO"},
    {"PARIS", "AMEMBASSY PARIS", "FR", "France", "RUEHFR"},
    {"PARTO", "USDEL SECRETARY", "", "", ""},
    {"PEKING", "USLO PEKING", "CN", "China", ""},
    {"PERTH", "AMCONSUL PERTH", "AU", "Australia", "RUEHPT"},
    {"PESHAWAR", "AMCONSUL PESHAWAR", "PK", "Pakistan", "RUEHPW"},
    {"PHNOMPENH", "AMEMBASSY PHNOM PENH", "KH", "Cambodia", "RUEHPF"},
    {"PODGORICA", "AMEMBASSY PODGORICA", "ME", "Montenegro", "RUEHPOD"},
    {"PONTADELGADA", "AMCONSUL PONTA DELGADA", "PT", "Portugal", ""},
    {"PORTAUPRINCE", "AMEMBASSY PORT AU PRINCE", "HT", "Haiti", "RUEHPU"},
    {"PORTLOUIS", "AMEMBASSY PORT LOUIS", "MU", "Mauritius", "RUEHPL"},
    {"PORTMORESBY", "AMEMBASSY PORT MORESBY", "PG", "Papua New Guinea", "RUEHPB"},
    {"PORTOALEGRE", "AMCONSUL PORTO ALEGRE", "BR", "Brazil", ""},
    {"PORTOFSPAIN", "AMEMBASSY PORT OF SPAIN", "TT", "Trinidad and Tobago", "RUEHSP"},
    {"POZNAN", "AMCONSUL POZNAN", "PL", "Poland", ""},
    {"PRAGUE", "AMEMBASSY PRAGUE", "CZ", "Czechia", "RUEHPG"},
    {"PRAIA", "AMEMBASSY PRAIA", "CV", "Cabo Verde", "RUEHPA"},
    {"PRETORIA", "AMEMBASSY PRETORIA", "ZA", "South Africa", "RUEHSA"},
    {"PRISTINA", "AMEMBASSY PRISTINA", "XK", "Kosovo", "RUEHPS"},
    {"QUEBEC", "AMCONSUL QUEBEC", "CA", "Canada", "RUEHQU"},
    {"QUITO", "AMEMBASSY QUITO", "EC", "Ecuador", "RUEHQT"},
    {"RABAT", "AMEMBASSY RABAT", "MA", "Morocco", "RUEHRB"},
    {"RANGOON", "AMEMBASSY RANGOON", "MM", "Myanmar (Burma)", "RUEHGO"},
    {"RECIFE", "AMCONSUL RECIFE", "BR", "Brazil", "RUEHRG"},
    {"REYKJAVIK", "AMEMBASSY REYKJAVIK", "IS", "Iceland", "RUEHRK"},
    {"RIGA", "AMEMBASSY RIGA", "LV", "Latvia", "RUEHRA"},
    {"RIODEJANEIRO", "AMCONSUL RIO DE JANEIRO", "BR", "Brazil", "RUEHRI"},
    {"RIYADH", "AMEMBASSY RIYADH", "SA", "Saudi Arabia", "RUEHRH"},
    {"ROME", "AMEMBASSY ROME", "IT", "Italy", "RUEHRO"},
    {"ROTTERDAM", "AMCONSUL ROTTERDAM", "NL", "Netherlands", ""},
    {"RPODUBAI", "IRAN RPO DUBAI", "AE", "United Arab Emirates", "RUEHDIR"},
    {"SADCCOLLECTIVE", "SOUTHERN AF DEVELOPMENT COMMUNITY COLLECTIVE", "", "", "RUCNSAD"},
    {"SAIGON", "AMEMBASSY SAIGON", "VN", "Vietnam", ""},
    {"SALISBURY", "AMCONSUL SALISBURY", "ZW", "Zimbabwe", ""},
    {"SALTTALKS", "USDEL SALT", "", "", ""},
    {"SALVADOR", "AMCONSUL SALVADOR", "BR", "Brazil", ""},
    {"SALZBURG", "AMCONSUL SALZBURG", "AT", "Austria", ""},
    {"SANAA", "AMEMBASSY SANAA", "YE", "Yemen", "RUEHYN"},
    {"SANJOSE", "AMEMBASSY SAN JOSE", "CR", "Costa Rica", "RUEHSJ"},
    {"SANSALVADOR", "AMEMBASSY SAN SALVADOR", "SV", "El Salvador", "RUEHSN"},
    {"SANTIAGO", "AMEMBASSY SANTIAGO", "CL", "Chile", "RUEHSG"},
    {"SANTODOMINGO", "AMEMBASSY SANTO DOMINGO", "DO", "Dominican Republic", "RUEHDG"},
    {"SAOPAULO", "AMCONSUL SAO PAULO", "BR", "Brazil", "RUEHSO"},
    {"SAPPORO", "AMCONSUL SAPPORO", "JP", "Japan", "RUEHKSO"},
    {"SARAJEVO", "AMEMBASSY SARAJEVO", "BA", "Bosnia and Herzegovina", "RUEHVJ"},
    {"SCACOLLECTIVE", "ALL SOUTH AND CENTRAL ASIA COLLECTIVE", "", "", "RUCNCLS"},
    {"SECDEF", "SECDEF WASHINGTON DC", "US", "United States", "RUEKJCS"},
    {"SECTO", "USDEL SECRETARY", "", "", ""},
    {"SEOUL", "AMEMBASSY SEOUL", "KR", "South Korea", "RUEHUL"},
    {"SEVILLE", "AMCONSUL SEVILLE", "ES", "Spain", ""},
    {"SHANGHAI", "AMCONSUL SHANGHAI", "CN", "China", "RUEHGH"},
    {"SHENYANG", "AMCONSUL SHENYANG", "CN", "China", "RUEHSH"},
    {"SHIRAZ", "AMCONSUL SHIRAZ", "IR", "Iran", ""},
    {"SINAI", "US SINAI FIELD MISSION", "EG", "Egypt", ""},
    {"SINGAPORE", "AMEMBASSY SINGAPORE", "SG", "Singapore", "RUEHGP"},
    {"SKOPJE", "AMEMBASSY SKOPJE", "MK", "North Macedonia", "RUEHSQ"},
    {"SOFIA", "AMEMBASSY SOFIA", "BG", "Bulgaria", "RUEHSF"},
    {"SONGKHLA", "AMCONSUL SONGKHLA", "TH", "Thailand", ""},
    {"STATE", "SECSTATE WASHDC", "US", "United States", "RUEHC"},
    {"STJOHNS", "AMCONSUL ST JOHNS", "", "Canada (Newfoundland) to 1976, Antigua and Barbuda later", ""},
    {"STOCKHOLM", "AMEMBASSY STOCKHOLM", "SE", "Sweden", "RUEHSM"},
    {"STPETERSBURG", "AMCONSUL ST PETERSBURG", "RU", "Russia", "RUEHLN"},
    {"STRASBOURG", "AMCONSUL STRASBOURG", "FR", "France", "RUEHSR"},
    {"STUTTGART", "AMCONSUL STUTTGART", "DE", "Germany", ""},
    {"SURABAYA", "AMCONSUL SURABAYA", "ID", "Indonesia", "RUEHJS"},
    {"SUVA", "AMEMBASSY SUVA", "FJ", "Fiji", "RUEHSV"},
    {"SYDNEY", "AMCONSUL SYDNEY", "AU", "Australia", "RUEHDN"},
    {"TABRIZ", "AMCONSUL TABRIZ", "IR", "Iran", ""},
    {"TAIF", "USDEL TAIF", "SA", "Saudi Arabia", ""},
    {"TAIPEI", "AMEMBASSY TAIPEI", "TW", "Taiwan", "RUEHIN"},
    {"TALLINN", "AMEMBASSY TALLINN", "EE", "Estonia", "RUEHTL"},
    {"TANANARIVE", "AMEMBASSY TANANARIVE", "MG", "Madagascar", ""},
    {"TANGIER", "AMCONSUL TANGIER", "MA", "Morocco", ""},
    {"TASHKENT", "AMEMBASSY TASHKENT", "UZ", "Uzbekistan", "RUEHNT"},
    {"TBILISI", "AMEMBASSY TBILISI", "GE", "Georgia", "RUEHSI"},
    {"TEGUCIGALPA", "AMEMBASSY TEGUCIGALPA", "HN", "Honduras", "RUEHTG"},
    {"TEHRAN", "AMEMBASSY TEHRAN", "IR", "Iran", ""},
    {"TELAVIV", "AMEMBASSY TEL AVIV", "IL", "Israel", "RUEHTV"},
    {"THEHAGUE", "AMEMBASSY THE HAGUE", "NL", "Netherlands", "RUEHTC"},
    {"THESSALONIKI", "AMCONSUL THESSALONIKI", "GR", "Greece", "RUEHIK"},
    {"TIJUANA", "AMCONSUL TIJUANA", "MX", "Mexico", "RUEHTM"},
    {"TIRANA", "AMEMBASSY TIRANA", "AL", "Albania", "RUEHTI"},
    {"TOKYO", "AMEMBASSY TOKYO", "JP", "Japan", "RUEHKO"},
    {"TORONTO", "AMCONSUL TORONTO", "CA", "Canada", "RUEHON"},
    {"TORREMOLINOS", "USDEL TORREMOLINOS", "ES", "Spain", ""},
    {"TOSEC", "SECSTATE WASHDC", "US", "United States", ""},
    {"TREASURY", "DEPT OF TREASURY WASHDC", "US", "United States", "RUEATRS"},
    {"TRIESTE", "AMCONSUL TRIESTE", "IT", "Italy", ""},
    {"TRIPOLI", "AMEMBASSY TRIPOLI", "LY", "Libya", "RUEHTRO"},
    {"TUNIS", "AMEMBASSY TUNIS", "TN", "Tunisia", "RUEHTU"},
    {"TURIN", "AMCONSUL TURIN", "IT", "Italy", ""},
    {"UDORN", "AMCONSUL UDORN", "TH", "Thailand", ""},
    {"ULAANBAATAR", "AMEMBASSY ULAANBAATAR", "MN", "Mongolia", "RUEHUM"},
    {"UNESCOPARIS", "USMISSION UNESCO PARIS", "FR", "France", ""},
    {"UNESCOPARISFR", "UNESCO PARIS FR", "FR", "France", "RUEHFR"},
    {"UNROME", "USMISSION UNROME", "IT", "Italy", "RUEHRN"},
    {"UNVIEVIENNA", "USMISSION UNVIE VIENNA", "AT", "Austria", "RUEHUNV"},
    {"USAFRICOM", "HQ USAFRICOM STUTTGART GE", "DE", "Germany", ""},
    {"USAID", "USAID WASHDC", "US", "United States", ""},
    {"USBERLIN", "USMISSION USBERLIN", "DE", "Germany", ""},
    {"USCBP", "US CUSTOMS AND BORDER PROTECTION WASHINGTON DC", "US", "United States", "RUEAORC"},
    {"USCENTCOM", "HQ USCENTCOM MACDILL AFB FL", "US", "United States", "RHMFIUU"},
    {"USCG", "COMDT COGARD WASHINGTON DC", "US", "United States", ""},
    {"USDAFAS", "DEPT OF AGRICULTURE WASHDC", "US", "United States", "RUEHRC"},
    {"USDOC", "USDOC WASHDC", "US", "United States", "RUCPDOC"},
    {"USDOE", "DEPT OF ENERGY WASHINGTON DC", "US", "United States", "RHEBAAA"},
    {"USDOJ", "DEPT OF JUSTICE WASHDC", "US", "United States", "RUEAWJA"},
    {"USDOL", "DEPT OF LABOR WASHDC", "US", "United States", ""},
    {"USDOT", "DEPT OF TRANSPORTATION WASHINGTON DC", "US", "United States", ""},
    {"USEUBRUSSELS", "USEU BRUSSELS", "BE", "Belgium", "RUEHBS"},
    {"USEUCOM", "HQ USEUCOM VAIHINGEN GE", "DE", "Germany", "RHMFISS"},
    {"USIA", "USIA WASHDC", "US", "United States", ""},
    {"USNATO", "USMISSION USNATO", "BE", "Belgium", "RUEHNO"},
    {"USOAS", "USMISSION USOAS", "US", "United States", ""},
    {"USOECD", "USMISSION USOECD", "FR", "France", ""},
    {"USOSCE", "USMISSION USOSCE", "AT", "Austria", "RUEHVEN"},
    {"USPACOM", "HQ USPACOM HONOLULU HI", "US", "United States", "RHHMUNA"},
    {"USSCC", "USDEL SCC", "CH", "Switzerland", ""},
    {"USSOUTHCOM", "HQ USSOUTHCOM MIAMI FL", "US", "United States", "RUMIAAA"},
    {"USTR", "USTR WASHDC", "US", "United States", ""},
    {"USTRGENEVA", "USMISSION USTR GENEVA", "CH", "Switzerland", ""},
    {"USUNNEWYORK", "USMISSION USUN NEW YORK", "US", "United States", "RUCNDT"},
    {"VALLETTA", "AMEMBASSY VALLETTA", "MT", "Malta", "RUEHVT"},
    {"VANCOUVER", "AMCONSUL VANCOUVER", "CA", "Canada", "RUEHVC"},
    {"VATICAN", "AMEMBASSY VATICAN", "VA", "Holy See (Vatican City)", "RUEHROV"},
    {"VICTORIA", "AMEMBASSY VICTORIA", "SC", "Seychelles", ""},
    {"VIENNA", "AMEMBASSY VIENNA", "AT", "Austria", "RUEHVI"},
    {"VIENNAIAEAPOSTSCOLLECTIVE", "VIENNA IAEA POSTS COLLECTIVE", "", "", "RUEHII"},
    {"VIENTIANE", "AMEMBASSY VIENTIANE", "LA", "Laos", "RUEHVN"},
    {"VILNIUS", "AMEMBASSY VILNIUS", "LT", "Lithuania", "RUEHVL"},
    {"VLADIVOSTOK", "AMCONSUL VLADIVOSTOK", "RU", "Russia", "RUEHVK"},
    {"WARSAW", "AMEMBASSY WARSAW", "PL", "Poland", "RUEHWR"},
    {"WASHDC", "SECSTATE WASHDC", "US", "United States", "RUEHC"},
    {"WELLINGTON", "AMEMBASSY WELLINGTON", "NZ", "New Zealand", "RUEHWL"},
    {"WHACENTRALAMERICANCOLLECTIVE", "WHA CENTRAL AMERICAN COLLECTIVE", "", "", "RUEHZA"},
    {"WHADIPLPOSTS", "WESTERN HEMISPHERIC AFFAIRS DIPL POSTS", "", "", "RUEHWH"},
    {"WHITEHOUSE", "WHITE HOUSE WASHDC", "US", "United States", "RHEHAAA"},
    {"WINDHOEK", "AMEMBASSY WINDHOEK", "NA", "Namibia", "RUEHWD"},
    {"WINNIPEG", "AMCONSUL WINNIPEG", "CA", "Canada", ""},
    {"YAOUNDE", "AMEMBASSY YAOUNDE", "CM", "Cameroon", "RUEHYD"},
    {"YEKATERINBURG", "AMCONSUL YEKATERINBURG", "RU", "Russia", "RUEHYG"},
    {"YEREVAN", "AMEMBASSY YEREVAN", "AM", "Armenia", "RUEHYE"},
    {"ZAGREB", "AMEMBASSY ZAGREB", "HR", "Croatia", "RUEHVB"},
    {"ZANZIBAR", "AMCONSUL ZANZIBAR", "TZ", "Tanzania", ""},
    {"ZURICH", "AMCONSUL ZURICH", "CH", "Switzerland", ""},
};
const size_t cv_station_facts_n = CV_ARRAY_LEN(cv_station_facts);

const struct cv_station_alias cv_station_aliases[] = {
    {"0TTAWA", 297}, /* OTTAWA */
    {"ABDIDJAN", 0}, /* ABIDJAN */
    {"ABIDAJN", 0}, /* ABIDJAN */
    {"ABIDJA", 0}, /* ABIDJAN */
    {"ABIDJAN", 0}, /* ABIDJAN */
    {"ABIDJDAN", 0}, /* ABIDJAN */
    {"ABUDH", 1}, /* ABUDHABI */
    {"ABUDHABI", 1}, /* ABUDHABI */
    {"ABUJA", 2}, /* ABUJA */
    {"ACAPUL", 3}, /* ACAPULCO */
    {"ACAPULCO", 3}, /* ACAPULCO */
    {"ACCRA", 4}, /* ACCRA */
    {"ADANA", 5}, /* ADANA */
    {"ADDIS", 6}, /* ADDISABABA */
    {"ADDISABAB", 6}, /* ADDISABABA */
    {"ADDISABABA", 6}, /* ADDISABABA */
    {"ADEN", 7}, /* ADEN */
    {"AFGHANISTANCOLLECTIVE", 8}, /* AFGHANISTANCOLLECTIVE */
    {"AFRICANUNIONCOLLECTIVE", 9}, /* AFRICANUNIONCOLLECTIVE */
    {"AID", 400}, /* USAID */
    {"AIDWASHDC", 400}, /* USAID */
    {"AIGON", 334}, /* SAIGON */
    {"AIPEI", 371}, /* TAIPEI */
    {"AIT", 10}, /* AITTAIPEI */
    {"AITTA", 10}, /* AITTAIPEI */
    {"AITTAIPEI", 10}, /* AITTAIPEI */
    {"AITTAIPIE", 10}, /* AITTAIPEI */
    {"AITWA", 11}, /* AITWASHINGTON */
    {"AITWASHINGTON", 11}, /* AITWASHINGTON */
    {"ALEPPO", 12}, /* ALEPPO */
    {"ALEXAN", 13}, /* ALEXANDRIA */
    {"ALEXANDRIA", 13}, /* ALEXANDRIA */
    {"ALGIER", 14}, /* ALGIERS */
    {"ALGIERS", 14}, /* ALGIERS */
    {"ALHILLAH", 165}, /* HILLAH */
    {"ALMAATA", 15}, /* ALMATY */
    {"ALMATY", 15}, /* ALMATY */
    {"AMEMBASSYHANOI", 159}, /* HANOI */
    {"AMMAN", 16}, /* AMMAN */
    {"AMSTER", 17}, /* AMSTERDAM */
    {"AMSTERDAM", 17}, /* AMSTERDAM */
    {"ANAKRA", 18}, /* ANKARA */
    {"ANARA", 18}, /* ANKARA */
    {"ANGKO", 36}, /* BANGKOK */
    {"ANGKOK", 36}, /* BANGKOK */
    {"ANILA", 235}, /* MANILA */
    {"ANK", 18}, /* ANKARA */
    {"ANKARA", 18}, /* ANKARA */
    {"ANOI", 159}, /* HANOI */
    {"ANTAN", 19}, /* ANTANANARIVO */
    {"ANTANA", 19}, /* ANTANANARIVO */
    {"ANTANANARI", 19}, /* ANTANANARIVO */
    {"ANTANANARIVO", 19}, /* ANTANANARIVO */
    {"ANTWER", 20}, /* ANTWERP */
    {"ANTWERP", 20}, /* ANTWERP */
    {"APIA", 21}, /* APIA */
    {"AQABA", 22}, /* AQABA */
    {"AQNA", 26}, /* ASTANA */
    {"ARAJEVO", 346}, /* SARAJEVO */
    {"ARSAW", 433}, /* WARSAW */
    {"ASEANMEMBERCOLLECTIVE", 23}, /* ASEANMEMBERCOLLECTIVE */
    {"ASHGABAT", 24}, /* ASHGABAT */
    {"ASHGABT", 24}, /* ASHGABAT */
    {"ASHKHABAD", 24}, /* ASHGABAT */
    {"ASMARA", 25}, /* ASMARA */
    {"ASTANA", 26}, /* ASTANA */
    {"ASUN", 27}, /* ASUNCION */
    {"ASUNCI", 27}, /* ASUNCION */
    {"ASUNCION", 27}, /* ASUNCION */
    {"ASWAN", 28}, /* ASWAN */
    {"ATANANARIVO", 19}, /* ANTANANARIVO */
    {"ATENS", 29}, /* ATHENS */
    {"ATHENS", 29}, /* ATHENS */
    {"ATLANGAGA", 84}, /* CDCATLANTAGA */
    {"ATLANTA", 84}, /* CDCATLANTAGA */
    {"ATLANTAGA", 84}, /* CDCATLANTAGA */
    {"AUBJA", 2}, /* ABUJA */
    {"AUCKLA", 30}, /* AUCKLAND */
    {"AUCKLAND", 30}, /* AUCKLAND */
    {"BA", 71}, /* BUENOSAIRES */
    {"BAGHADAD", 31}, /* BAGHDAD */
    {"BAGHDA", 31}, /* BAGHDAD */
    {"BAGHDAD", 31}, /* BAGHDAD */
    {"BAKU", 32}, /* BAKU */
    {"BALI", 33}, /* BALI */
    {"BAMAKO", 34}, /* BAMAKO */
    {"BANDAR", 35}, /* BANDARSERIBEGAWAN */
    {"BANDARSERI", 35}, /* BANDARSERIBEGAWAN */
    {"BANDARSERIBEGAWAN", 35}, /* BANDARSERIBEGAWAN */
    {"BANGKO", 36}, /* BANGKOK */
    {"BANGKOK", 36}, /* BANGKOK */
    {"BANGOK", 36}, /* BANGKOK */
    {"BANGUI", 37}, /* BANGUI */
    {"BANJUL", 38}, /* BANJUL */
    {"BARCEL", 39}, /* BARCELONA */
    {"BARCELONA", 39}, /* BARCELONA */
    {"BARRAN", 40}, /* BARRANQUILLA */
    {"BARRANQUILLA", 40}, /* BARRANQUILLA */
    {"BASRA", 41}, /* BASRAH */
    {"BASRAH", 41}, /* BASRAH */
    {"BATHUR", 42}, /* BATHURST */
    {"BATHURST", 42}, /* BATHURST */
    {"BAU", 32}, /* BAKU */
    {"BEIJIG", 43}, /* BEIJING */
    {"BEIJIN", 43}, /* BEIJING */
    {"BEIJING", 43}, /* BEIJING */
    {"BEIJINGCH", 43}, /* BEIJING */
    {"BEIJINJG", 43}, /* BEIJING */
    {"BEIRT", 44}, /* BEIRUT */
    {"BEIRUT", 44}, /* BEIRUT */
    {"BEIRUTQ", 44}, /* BEIRUT */
    {"BELEM", 45}, /* BELEM */
    {"BELFAS", 46}, /* BELFAST */
    {"BELFAST", 46}, /* BELFAST */
    {"BELGADE", 47}, /* BELGRADE */
    {"BELGRA", 47}, /* BELGRADE */
    {"BELGRADE", 47}, /* BELGRADE */
    {"BELIZE", 48}, /* BELIZE */
    {"BELIZECITY", 48}, /* BELIZE */
    {"BELMOPAN", 49}, /* BELMOPAN */
    {"BENGHAZI", 50}, /* BENGHAZI */
    {"BENIN", 101}, /* COTONOU */
    {"BERLIN", 51}, /* BERLIN */
    {"BERN", 52}, /* BERN */
    {"BERNE", 52}, /* BERN */
    {"BIENH", 53}, /* BIENHOA */
    {"BIENHOA", 53}, /* BIENHOA */
    {"BILBAO", 54}, /* BILBAO */
    {"BISHIEK", 55}, /* BISHKEK */
    {"BISHKEK", 55}, /* BISHKEK */
    {"BISHTEK", 55}, /* BISHKEK */
    {"BISSAU", 56}, /* BISSAU */
    {"BKK", 36}, /* BANGKOK */
    {"BLANTY", 57}, /* BLANTYRE */
    {"BLANTYRE", 57}, /* BLANTYRE */
    {"BOGOT", 58}, /* BOGOTA */
    {"BOGOTA", 58}, /* BOGOTA */
    {"BOMBAY", 59}, /* BOMBAY */
    {"BONN", 60}, /* BONN */
    {"BORDEA", 61}, /* BORDEAUX */
    {"BORDEAUX", 61}, /* BORDEAUX */
    {"BRAILIA", 62}, /* BRASILIA */
    {"BRASIIA", 62}, /* BRASILIA */
    {"BRASIILIA", 62}, /* BRASILIA */
    {"BRASIL", 62}, /* BRASILIA */
    {"BRASILA", 62}, /* BRASILIA */
    {"BRASILIA", 62}, /* BRASILIA */
    {"BRATISLAVA", 63}, /* BRATISLAVA */
    {"BRAZIL", 62}, /* BRASILIA */
    {"BRAZILIA", 62}, /* BRASILIA */
    {"BRAZZA", 64}, /* BRAZZAVILLE */
    {"BRAZZAVILLE", 64}, /* BRAZZAVILLE */
    {"BREMEN", 65}, /* BREMEN */
    {"BRIDGE", 66}, /* BRIDGETOWN */
    {"BRIDGETOWN", 66}, /* BRIDGETOWN */
    {"BRISBA", 67}, /* BRISBANE */
    {"BRISBANE", 67}, /* BRISBANE */
    {"BRUSELS", 68}, /* BRUSSELS */
    {"BRUSSE", 68}, /* BRUSSELS */
    {"BRUSSELS", 68}, /* BRUSSELS */
    {"BRUSSELSBE", 68}, /* BRUSSELS */
    {"BRUSSLS", 68}, /* BRUSSELS */
    {"BRUSSQLS", 68}, /* BRUSSELS */
    {"BSB", 35}, /* BANDARSERIBEGAWAN */
    {"BUCHA", 69}, /* BUCHAREST */
    {"BUCHAR", 69}, /* BUCHAREST */
    {"BUCHAREST", 69}, /* BUCHAREST */
    {"BUDAPE", 70}, /* BUDAPEST */
    {"BUDAPEST", 70}, /* BUDAPEST */
    {"BUDAPST", 70}, /* BUDAPEST */
    {"BUDH", 1}, /* ABUDHABI */
    {"BUENESAIRES", 71}, /* BUENOSAIRES */
    {"BUENOS", 71}, /* BUENOSAIRES */
    {"BUENOSAIRE", 71}, /* BUENOSAIRES */
    {"BUENOSAIREDS", 71}, /* BUENOSAIRES */
    {"BUENOSAIRES", 71}, /* BUENOSAIRES */
    {"BUENOSQRES", 71}, /* BUENOSAIRES */
    {"BUENSOAIRES", 71}, /* BUENOSAIRES */
    {"BUJUMB", 72}, /* BUJUMBURA */
    {"BUJUMBURA", 72}, /* BUJUMBURA */
    {"BUKAVU", 73}, /* BUKAVU */
    {"BUSSELS", 68}, /* BRUSSELS */
    {"CAIRO", 74}, /* CAIRO */
    {"CAL", 75}, /* CALCUTTA */
    {"CALCUT", 75}, /* CALCUTTA */
    {"CALCUTT", 75}, /* CALCUTTA */
    {"CALCUTTA", 75}, /* CALCUTTA */
    {"CALGAR", 76}, /* CALGARY */
    {"CALGARY", 76}, /* CALGARY */
    {"CALI", 77}, /* CALI */
    {"CANADIANPOSTSCOLLECTIVE", 78}, /* CANADIANPOSTSCOLLECTIVE */
    {"CANBER", 79}, /* CANBERRA */
    {"CANBERRA", 79}, /* CANBERRA */
    {"CANTH", 80}, /* CANTHO */
    {"CANTHO", 80}, /* CANTHO */
    {"CANTON", 153}, /* GUANGZHOU */
    {"CAPET", 81}, /* CAPETOWN */
    {"CAPETOWN", 81}, /* CAPETOWN */
    {"CARACA", 82}, /* CARACAS */
    {"CARACACS", 82}, /* CARACAS */
    {"CARACAS", 82}, /* CARACAS */
    {"CASABL", 83}, /* CASABLANCA */
    {"CASABLANCA", 83}, /* CASABLANCA */
    {"CDC", 84}, /* CDCATLANTAGA */
    {"CDCATLANTA", 84}, /* CDCATLANTAGA */
    {"CDCATLANTAGA", 84}, /* CDCATLANTAGA */
    {"CDCATLANTAGAUSA", 84}, /* CDCATLANTAGA */
    {"CDGENEVA", 85}, /* CDGENEVA */
    {"CDJUAREZ", 96}, /* CIUDADJUAREZ */
    {"CDRUSAFRICOM", 399}, /* USAFRICOM */
    {"CDRUSAREUR", 86}, /* CDRUSAREUR */
    {"CDRUSCENTCOM", 403}, /* USCENTCOM */
    {"CDRUSEUCOM", 412}, /* USEUCOM */
    {"CDRUSPACOM", 418}, /* USPACOM */
    {"CDRUSSOUTHCOM", 420}, /* USSOUTHCOM */
    {"CEBU", 87}, /* CEBU */
    {"CHARLESTON", 88}, /* CHARLESTON */
    {"CHENGDU", 89}, /* CHENGDU */
    {"CHENNAI", 90}, /* CHENNAI */
    {"CHIANG", 91}, /* CHIANGMAI */
    {"CHIANGMAI", 91}, /* CHIANGMAI */
    {"CHINAPOSTSCOLLECTIVE", 92}, /* CHINAPOSTSCOLLECTIVE */
    {"CHISINAU", 93}, /* CHISINAU */
    {"CIA", 94}, /* CIA */
    {"CIAWASHDC", 94}, /* CIA */
    {"CINCEUR", 412}, /* USEUCOM */
    {"CINCPAC", 418}, /* USPACOM */
    {"CINCPACHONOLULUHI", 418}, /* USPACOM */
    {"CISCOLLECTIVE", 95}, /* CISCOLLECTIVE */
    {"CIUDAD", 96}, /* CIUDADJUAREZ */
    {"CIUDADJUAREZ", 96}, /* CIUDADJUAREZ */
    {"COGARD", 404}, /* USCG */
    {"COLOMB", 97}, /* COLOMBO */
    {"COLOMBO", 97}, /* COLOMBO */
    {"CONAKR", 98}, /* CONAKRY */
    {"CONAKRY", 98}, /* CONAKRY */
    {"CONSTANTINE", 99}, /* CONSTANTINE */
    {"COPENH", 100}, /* COPENHAGEN */
    {"COPENHAEN", 100}, /* COPENHAGEN */
    {"COPENHAGEN", 100}, /* COPENHAGEN */
    {"COTON0U", 101}, /* COTONOU */
    {"COTONO", 101}, /* COTONOU */
    {"COTONOU", 101}, /* COTONOU */
    {"CURACA", 102}, /* CURACAO */
    {"CURACAO", 102}, /* CURACAO */
    {"DACC", 103}, /* DACCA */
    {"DACCA", 103}, /* DACCA */
    {"DAKAR", 104}, /* DAKAR */
    {"DAM", 105}, /* DAMASCUS */
    {"DAMASC", 105}, /* DAMASCUS */
    {"DAMASCCUS", 105}, /* DAMASCUS */
    {"DAMASCUS", 105}, /* DAMASCUS */
    {"DANANG", 106}, /* DANANG */
    {"DAR", 107}, /* DARESSALAAM */
    {"DARES", 107}, /* DARESSALAAM */
    {"DARESSALAAM", 107}, /* DARESSALAAM */
    {"DEA", 108}, /* DEA */
    {"DEAHQSWASHDC", 108}, /* DEA */
    {"DEAUVI", 109}, /* DEAUVILLE */
    {"DEAUVILLE", 109}, /* DEAUVILLE */
    {"DELHI", 279}, /* NEWDELHI */
    {"DEPARTMENT", 360}, /* STATE */
    {"DEPARTMENTOFCOMMERCEWASHDC", 406}, /* USDOC */
    {"DEPARTMENTOFINTERIORWASHDC", 174}, /* INTERIOR */
    {"DEPARTMENTOFJUSTICEWASHDC", 408}, /* USDOJ */
    {"DEPARTMENTOFLABORWASHDC", 409}, /* USDOL */
    {"DEPARTMENTOFTRANSPORTATIONWASHDC", 410}, /* USDOT */
    {"DEPARTMENTOFTREASURYWASHDC", 388}, /* TREASURY */
    {"DEPT", 360}, /* STATE */
    {"DEPTOFAGRICULTUREWASHINGTONDC", 405}, /* USDAFAS */
    {"DEPTOFCOMMERCE", 406}, /* USDOC */
    {"DEPTOFCOMMERCEWASHDC", 406}, /* USDOC */
    {"DEPTOFCOMMERCEWASHINGTONDC", 406}, /* USDOC */
    {"DEPTOFENERGYWASHDC", 407}, /* USDOE */
    {"DEPTOFHHSWASHINGTONDC", 164}, /* HHS */
    {"DEPTOFJUST", 408}, /* USDOJ */
    {"DEPTOFJUSTICEWASHINGTONDC", 408}, /* USDOJ */
    {"DEPTOFTREASURYWASHINGTONDC", 388}, /* TREASURY */
    {"DHAHRA", 110}, /* DHAHRAN */
    {"DHAHRAN", 110}, /* DHAHRAN */
    {"DHAKA", 111}, /* DHAKA */
    {"DHS", 112}, /* DHS */
    {"DHSWASHDC", 112}, /* DHS */
    {"DIA", 113}, /* DIA */
    {"DIAWASHDC", 113}, /* DIA */
    {"DILI", 114}, /* DILI */
    {"DIRNSA", 287}, /* NSA */
    {"DJIBOU", 115}, /* DJIBOUTI */
    {"DJIBOUTI", 115}, /* DJIBOUTI */
    {"DOC", 406}, /* USDOC */
    {"DOEWASHDC", 407}, /* USDOE */
    {"DOHA", 116}, /* DOHA */
    {"DORADO", 117}, /* DORADO */
    {"DOUALA", 118}, /* DOUALA */
    {"DUBAI", 119}, /* DUBAI */
    {"DUBLIIN", 120}, /* DUBLIN */
    {"DUBLIN", 120}, /* DUBLIN */
    {"DUBLN", 120}, /* DUBLIN */
    {"DUESSELDORF", 123}, /* DUSSELDORF */
    {"DULIN", 120}, /* DUBLIN */
    {"DURBAN", 121}, /* DURBAN */
    {"DUSHANBE", 122}, /* DUSHANBE */
    {"DUSSEL", 123}, /* DUSSELDORF */
    {"DUSSELDORF", 123}, /* DUSSELDORF */
    {"EASTERNEUROPEANPOSTSCOLLECTIVE", 124}, /* EASTERNEUROPEANPOSTSCOLLECTIVE */
    {"ECBRU", 125}, /* ECBRUSSELS */
    {"ECBRUSSELS", 125}, /* ECBRUSSELS */
    {"ECCARICOMCOLLECTIVE", 126}, /* ECCARICOMCOLLECTIVE */
    {"ECOWASCOLLECTIVE", 127}, /* ECOWASCOLLECTIVE */
    {"EDINBU", 128}, /* EDINBURGH */
    {"EDINBURGH", 128}, /* EDINBURGH */
    {"ELLIN", 435}, /* WELLINGTON */
    {"ENEVA", 147}, /* GENEVA */
    {"EPA", 129}, /* EPA */
    {"ERLIN", 51}, /* BERLIN */
    {"ESTHCOLLECTIVE", 130}, /* ESTHCOLLECTIVE */
    {"EUCOMPOLADVAIHINGENGE", 412}, /* USEUCOM */
    {"EUINTERESTCOLLECTIVE", 131}, /* EUINTERESTCOLLECTIVE */
    {"EUMEMBERSTATES", 132}, /* EUMEMBERSTATESCOLLECTIVE */
    {"EUMEMBERSTATESCOLLECTIVE", 132}, /* EUMEMBERSTATESCOLLECTIVE */
    {"EUROPEANPOLITICALCOLLECTIVE", 133}, /* EUROPEANPOLITICALCOLLECTIVE */
    {"FAA", 134}, /* FAA */
    {"FAAWASHDC", 134}, /* FAA */
    {"FAAWASHINGTONDC", 134}, /* FAA */
    {"FBI", 135}, /* FBI */
    {"FBIWASHINGTONDC", 135}, /* FBI */
    {"FESTTWO", 136}, /* FESTTWO */
    {"FLOREN", 137}, /* FLORENCE */
    {"FLORENCE", 137}, /* FLORENCE */
    {"FODAGROME", 397}, /* UNROME */
    {"FORTALEZA", 138}, /* FORTALEZA */
    {"FORTDEFRANCE", 240}, /* MARTINIQUE */
    {"FORTL", 139}, /* FORTLAMY */
    {"FORTLAMY", 139}, /* FORTLAMY */
    {"FRANKF", 140}, /* FRANKFURT */
    {"FRANKFURT", 140}, /* FRANKFURT */
    {"FREEETOWN", 141}, /* FREETOWN */
    {"FREETO", 141}, /* FREETOWN */
    {"FREETOWN", 141}, /* FREETOWN */
    {"FRGCOLLECTIVE", 142}, /* FRGCOLLECTIVE */
    {"FSCCHARLESTON", 88}, /* CHARLESTON */
    {"FSINFATC", 143}, /* FSINFATC */
    {"FUKUOK", 144}, /* FUKUOKA */
    {"FUKUOKA", 144}, /* FUKUOKA */
    {"GABORO", 145}, /* GABORONE */
    {"GABORONE", 145}, /* GABORONE */
    {"GCCCOLLECTIVE", 146}, /* GCCCOLLECTIVE */
    {"GENEA", 147}, /* GENEVA */
    {"GENEFA", 147}, /* GENEVA */
    {"GENEVA", 147}, /* GENEVA */
    {"GENOA", 148}, /* GENOA */
    {"GEORGE", 149}, /* GEORGETOWN */
    {"GEORGETON", 149}, /* GEORGETOWN */
    {"GEORGETOWN", 149}, /* GEORGETOWN */
    {"GOTEBO", 150}, /* GOTEBORG */
    {"GOTEBORG", 150}, /* GOTEBORG */
    {"GOTHENBURG", 150}, /* GOTEBORG */
    {"GRENAD", 151}, /* GRENADA */
    {"GRENADA", 151}, /* GRENADA */
    {"GUADAL", 152}, /* GUADALAJARA */
    {"GUADALAJARA", 152}, /* GUADALAJARA */
    {"GUANGZHOU", 153}, /* GUANGZHOU */
    {"GUATEM", 154}, /* GUATEMALA */
    {"GUATEMALA", 154}, /* GUATEMALA */
    {"GUATEMALACITY", 154}, /* GUATEMALA */
    {"GUATEMLA", 154}, /* GUATEMALA */
    {"GUAYAQ", 155}, /* GUAYAQUIL */
    {"GUAYAQUIL", 155}, /* GUAYAQUIL */
    {"HAGUE", 380}, /* THEHAGUE */
    {"HALIF", 156}, /* HALIFAX */
    {"HALIFA", 156}, /* HALIFAX */
    {"HALIFAX", 156}, /* HALIFAX */
    {"HAMBUR", 157}, /* HAMBURG */
    {"HAMBURG", 157}, /* HAMBURG */
    {"HAMILT", 158}, /* HAMILTON */
    {"HAMILTON", 158}, /* HAMILTON */
    {"HANOI", 159}, /* HANOI */
    {"HARARE", 160}, /* HARARE */
    {"HAVANA", 161}, /* HAVANA */
    {"HCM", 166}, /* HOCHIMINHCITY */
    {"HCMC", 166}, /* HOCHIMINHCITY */
    {"HCMCI", 166}, /* HOCHIMINHCITY */
    {"HELSIN", 162}, /* HELSINKI */
    {"HELSINKI", 162}, /* HELSINKI */
    {"HERMOS", 163}, /* HERMOSILLO */
    {"HERMOSILLO", 163}, /* HERMOSILLO */
    {"HHS", 164}, /* HHS */
    {"HILLAH", 165}, /* HILLAH */
    {"HK", 167}, /* HONGKONG */
    {"HOCHIMIN", 166}, /* HOCHIMINHCITY */
    {"HOCHIMINH", 166}, /* HOCHIMINHCITY */
    {"HOCHIMINHCITY", 166}, /* HOCHIMINHCITY */
    {"HOLYSEE", 426}, /* VATICAN */
    {"HOMELANDSECURITY", 112}, /* DHS */
    {"HOMELANDSECURITYCENTERWASHINGTONDC", 169}, /* HSC */
    {"HONGK", 167}, /* HONGKONG */
    {"HONGKOG", 167}, /* HONGKONG */
    {"HONGKONG", 167}, /* HONGKONG */
    {"HOUSTO", 168}, /* HOUSTON */
    {"HOUSTON", 168}, /* HOUSTON */
    {"HQUSCENTCOM", 403}, /* USCENTCOM */
    {"HQUSEUCOM", 412}, /* USEUCOM */
    {"HSC", 169}, /* HSC */
    {"HYDERABAD", 170}, /* HYDERABAD */
    {"IAEA", 171}, /* IAEAVIENNA */
    {"IAEAV", 171}, /* IAEAVIENNA */
    {"IAEAVIENNA", 171}, /* IAEAVIENNA */
    {"IBADAN", 172}, /* IBADAN */
    {"ICAOMONTREAL", 173}, /* ICAOMONTREAL */
    {"IENNA", 428}, /* VIENNA */
    {"IHARTOUM", 193}, /* KHARTOUM */
    {"INSHASA", 198}, /* KINSHASA */
    {"INTERIOR", 174}, /* INTERIOR */
    {"IODE", 328}, /* RIODEJANEIRO */
    {"IRANRPODUBAI", 175}, /* IRANRPODUBAI */
    {"ISFAHA", 176}, /* ISFAHAN */
    {"ISFAHAN", 176}, /* ISFAHAN */
    {"ISLAMA", 177}, /* ISLAMABAD */
    {"ISLAMABAD", 177}, /* ISLAMABAD */
    {"ISLAMICCOLLECTIVE", 178}, /* ISLAMICCOLLECTIVE */
    {"ISTANB", 179}, /* ISTANBUL */
    {"ISTANBUL", 179}, /* ISTANBUL */
    {"IZMIR", 180}, /* IZMIR */
    {"JACMOLESWORTH", 181}, /* JACMOLESWORTH */
    {"JAK", 182}, /* JAKARTA */
    {"JAKART", 182}, /* JAKARTA */
    {"JAKARTA", 182}, /* JAKARTA */
    {"JCS", 187}, /* JOINTSTAFF */
    {"JCSWASHDC", 187}, /* JOINTSTAFF */
    {"JEDDAH", 183}, /* JEDDAH */
    {"JERSUALEM", 184}, /* JERUSALEM */
    {"JERUSA", 184}, /* JERUSALEM */
    {"JERUSALEM", 184}, /* JERUSALEM */
    {"JERUSALEMO", 184}, /* JERUSALEM */
    {"JERUSALM", 184}, /* JERUSALEM */
    {"JIDDA", 185}, /* JIDDA */
    {"JOHANN", 186}, /* JOHANNESBURG */
    {"JOHANNESBURG", 186}, /* JOHANNESBURG */
    {"JOINTSTAFF", 187}, /* JOINTSTAFF */
    {"JOINTSTAFFWASHDC", 187}, /* JOINTSTAFF */
    {"KABUL", 188}, /* KABUL */
    {"KADUNA", 189}, /* KADUNA */
    {"KAMPAL", 190}, /* KAMPALA */
    {"KAMPALA", 190}, /* KAMPALA */
    {"KAPALA", 190}, /* KAMPALA */
    {"KARACH", 191}, /* KARACHI */
    {"KARACHI", 191}, /* KARACHI */
    {"KATHAMNDU", 192}, /* KATHMANDU */
    {"KATHMA", 192}, /* KATHMANDU */
    {"KATHMANDU", 192}, /* KATHMANDU */
    {"KATHMANUD", 192}, /* KATHMANDU */
    {"KHARTO", 193}, /* KHARTOUM */
    {"KHARTOM", 193}, /* KHARTOUM */
    {"KHARTOUM", 193}, /* KHARTOUM */
    {"KHARTOUNM", 193}, /* KHARTOUM */
    {"KHORRA", 194}, /* KHORRAMSHAHR */
    {"KHORRAMSHAHR", 194}, /* KHORRAMSHAHR */
    {"KIEV", 195}, /* KIEV */
    {"KIGALI", 196}, /* KIGALI */
    {"KINGSON", 197}, /* KINGSTON */
    {"KINGST", 197}, /* KINGSTON */
    {"KINGSTON", 197}, /* KINGSTON */
    {"KINHASA", 198}, /* KINSHASA */
    {"KINSHA", 198}, /* KINSHASA */
    {"KINSHAA", 198}, /* KINSHASA */
    {"KINSHAS", 198}, /* KINSHASA */
    {"KINSHASA", 198}, /* KINSHASA */
    {"KINSHASAC", 198}, /* KINSHASA */
    {"KINSHSA", 198}, /* KINSHASA */
    {"KINSTON", 197}, /* KINGSTON */
    {"KIRKUK", 199}, /* KIRKUK */
    {"KISANG", 200}, /* KISANGANI */
    {"KISANGANI", 200}, /* KISANGANI */
    {"KL", 205}, /* KUALALUMPUR */
    {"KOLKATA", 201}, /* KOLKATA */
    {"KOLONIA", 202}, /* KOLONIA */
    {"KOROR", 203}, /* KOROR */
    {"KRAKOW", 204}, /* KRAKOW */
    {"KUALA", 205}, /* KUALALUMPUR */
    {"KUALALUMP", 205}, /* KUALALUMPUR */
    {"KUALALUMPUR", 205}, /* KUALALUMPUR */
    {"KUWAIT", 206}, /* KUWAIT */
    {"KUWAITCITY", 206}, /* KUWAIT */
    {"KYIV", 207}, /* KYIV */
    {"KYOTO", 208}, /* KYOTO */
    {"LAGOGS", 209}, /* LAGOS */
    {"LAGOS", 209}, /* LAGOS */
    {"LAHORE", 210}, /* LAHORE */
    {"LAPAZ", 211}, /* LAPAZ */
    {"LEIPZIG", 212}, /* LEIPZIG */
    {"LENING", 213}, /* LENINGRAD */
    {"LENINGRAD", 213}, /* LENINGRAD */
    {"LIBREV", 214}, /* LIBREVILLE */
    {"LIBREVILLE", 214}, /* LIBREVILLE */
    {"LILONG", 215}, /* LILONGWE */
    {"LILONGWE", 215}, /* LILONGWE */
    {"LIMA", 216}, /* LIMA */
    {"LINSK", 255}, /* MINSK */
    {"LISBO", 217}, /* LISBON */
    {"LISBON", 217}, /* LISBON */
    {"LIVERP", 218}, /* LIVERPOOL */
    {"LIVERPOOL", 218}, /* LIVERPOOL */
    {"LJBULJANA", 219}, /* LJUBLJANA */
    {"LJUBJLANA", 219}, /* LJUBLJANA */
    {"LJUBLJANA", 219}, /* LJUBLJANA */
    {"LOME", 220}, /* LOME */
    {"LONDON", 221}, /* LONDON */
    {"LOSAN", 222}, /* LOSANGELES */
    {"LOSANGELES", 222}, /* LOSANGELES */
    {"LOUREN", 223}, /* LOURENCOMARQUES */
    {"LOURENCOMARQUES", 223}, /* LOURENCOMARQUES */
    {"LUANDA", 224}, /* LUANDA */
    {"LUBUMB", 225}, /* LUBUMBASHI */
    {"LUBUMBASHI", 225}, /* LUBUMBASHI */
    {"LUSAKA", 226}, /* LUSAKA */
    {"LUXEMB", 227}, /* LUXEMBOURG */
    {"LUXEMBOURG", 227}, /* LUXEMBOURG */
    {"LYON", 228}, /* LYON */
    {"MAAMA", 234}, /* MANAMA */
    {"MADRAS", 229}, /* MADRAS */
    {"MADRID", 230}, /* MADRID */
    {"MADRIDSP", 230}, /* MADRID */
    {"MAILA", 235}, /* MANILA */
    {"MAJURO", 231}, /* MAJURO */
    {"MALABO", 232}, /* MALABO */
    {"MANAGU", 233}, /* MANAGUA */
    {"MANAGUA", 233}, /* MANAGUA */
    {"MANAMA", 234}, /* MANAMA */
    {"MANANA", 234}, /* MANAMA */
    {"MANAUGA", 233}, /* MANAGUA */
    {"MANAUGUA", 233}, /* MANAGUA */
    {"MANILA", 235}, /* MANILA */
    {"MAPUTO", 236}, /* MAPUTO */
    {"MARACA", 237}, /* MARACAIBO */
    {"MARACAIBO", 237}, /* MARACAIBO */
    {"MARDE", 238}, /* MARDELPLATA */
    {"MARDELPLATA", 238}, /* MARDELPLATA */
    {"MARSEI", 239}, /* MARSEILLE */
    {"MARSEILLE", 239}, /* MARSEILLE */
    {"MARTIN", 240}, /* MARTINIQUE */
    {"MARTINIQUE", 240}, /* MARTINIQUE */
    {"MASERU", 241}, /* MASERU */
    {"MATAMO", 242}, /* MATAMOROS */
    {"MATAMOROS", 242}, /* MATAMOROS */
    {"MAZATL", 243}, /* MAZATLAN */
    {"MAZATLAN", 243}, /* MAZATLAN */
    {"MBABAN", 244}, /* MBABANE */
    {"MBABANE", 244}, /* MBABANE */
    {"MBFRV", 245}, /* MBFRVIENNA */
    {"MBFRVIENNA", 245}, /* MBFRVIENNA */
    {"MCC", 246}, /* MCC */
    {"MEDAN", 247}, /* MEDAN */
    {"MEDELL", 248}, /* MEDELLIN */
    {"MEDELLIN", 248}, /* MEDELLIN */
    {"MELBOU", 249}, /* MELBOURNE */
    {"MELBOURNE", 249}, /* MELBOURNE */
    {"MERCOSURCOLLECTIVE", 250}, /* MERCOSURCOLLECTIVE */
    {"MERIDA", 251}, /* MERIDA */
    {"MEX", 253}, /* MEXICO */
    {"MEXICA", 252}, /* MEXICALI */
    {"MEXICALI", 252}, /* MEXICALI */
    {"MEXICO", 253}, /* MEXICO */
    {"MEXICOCITY", 253}, /* MEXICO */
    {"MILAN", 254}, /* MILAN */
    {"MILLENNIUMCHALLENGECORPWASHDC", 246}, /* MCC */
    {"MILSK", 255}, /* MINSK */
    {"MINSI", 255}, /* MINSK */
    {"MINSK", 255}, /* MINSK */
    {"MOGADI", 256}, /* MOGADISHU */
    {"MOGADISCIO", 256}, /* MOGADISHU */
    {"MOGADISHU", 256}, /* MOGADISHU */
    {"MONROV", 257}, /* MONROVIA */
    {"MONROVIA", 257}, /* MONROVIA */
    {"MONTER", 258}, /* MONTERREY */
    {"MONTEREY", 258}, /* MONTERREY */
    {"MONTERREY", 258}, /* MONTERREY */
    {"MONTEV", 259}, /* MONTEVIDEO */
    {"MONTEVIDEO", 259}, /* MONTEVIDEO */
    {"MONTRE", 260}, /* MONTREAL */
    {"MONTREAL", 260}, /* MONTREAL */
    {"MOSCO", 261}, /* MOSCOW */
    {"MOSCOE", 261}, /* MOSCOW */
    {"MOSCOW", 261}, /* MOSCOW */
    {"MOSCOWPOLITICALCOLLECTIVE", 262}, /* MOSCOWPOLITICALCOLLECTIVE */
    {"MOSUL", 263}, /* MOSUL */
    {"MTNGE", 264}, /* MTNGENEVA */
    {"MTNGENEVA", 264}, /* MTNGENEVA */
    {"MUMB", 265}, /* MUMBAI */
    {"MUMBAI", 265}, /* MUMBAI */
    {"MUNICH", 266}, /* MUNICH */
    {"MUSCAOA", 267}, /* MUSCAT */
    {"MUSCAT", 267}, /* MUSCAT */
    {"MVD", 259}, /* MONTEVIDEO */
    {"NAGOYA", 268}, /* NAGOYA */
    {"NAHA", 269}, /* NAHA */
    {"NAIROB", 270}, /* NAIROBI */
    {"NAIROBI", 270}, /* NAIROBI */
    {"NAIROBIUNEP", 271}, /* NAIROBIUNEP */
    {"NAPLES", 272}, /* NAPLES */
    {"NARIOBI", 270}, /* NAIROBI */
    {"NASA", 273}, /* NASA */
    {"NASAHQWASHDC", 273}, /* NASA */
    {"NASSAU", 274}, /* NASSAU */
    {"NATIONALSECURITYCOUNCILWASHDC", 288}, /* NSC */
    {"NATIONALSECURITYCOUNCILWASHINGTONDC", 288}, /* NSC */
    {"NATO", 275}, /* NATOBRUSSELS */
    {"NATOB", 275}, /* NATOBRUSSELS */
    {"NATOBRUSSELS", 275}, /* NATOBRUSSELS */
    {"NATOEUCOLLECTIVE", 276}, /* NATOEUCOLLECTIVE */
    {"NCTC", 277}, /* NCTC */
    {"NDJAENA", 278}, /* NDJAMENA */
    {"NDJAME", 278}, /* NDJAMENA */
    {"NDJAMENA", 278}, /* NDJAMENA */
    {"NEWDE", 279}, /* NEWDELHI */
    {"NEWDEHLI", 279}, /* NEWDELHI */
    {"NEWDELHI", 279}, /* NEWDELHI */
    {"NEWYORK", 423}, /* USUNNEWYORK */
    {"NHATR", 280}, /* NHATRANG */
    {"NHATRANG", 280}, /* NHATRANG */
    {"NIAMEY", 281}, /* NIAMEY */
    {"NICE", 282}, /* NICE */
    {"NICOSI", 283}, /* NICOSIA */
    {"NICOSIA", 283}, /* NICOSIA */
    {"NICOSIS", 283}, /* NICOSIA */
    {"NOGALES", 284}, /* NOGALES */
    {"NOUACKCHOTT", 285}, /* NOUAKCHOTT */
    {"NOUAKC", 285}, /* NOUAKCHOTT */
    {"NOUAKCHOTT", 285}, /* NOUAKCHOTT */
    {"NOUKKCHOTT", 285}, /* NOUAKCHOTT */
    {"NRC", 286}, /* NRC */
    {"NSA", 287}, /* NSA */
    {"NSC", 288}, /* NSC */
    {"NSCWASHINGTONDC", 288}, /* NSC */
    {"NSSAU", 274}, /* NASSAU */
    {"NUEVO", 289}, /* NUEVOLAREDO */
    {"NUEVOLAREDO", 289}, /* NUEVOLAREDO */
    {"ODCANKARA", 290}, /* ODCANKARA */
    {"OECD", 291}, /* OECDPARIS */
    {"OECDP", 291}, /* OECDPARIS */
    {"OECDPARIS", 291}, /* OECDPARIS */
    {"OECDPOSTSCOLLECTIVE", 292}, /* OECDPOSTSCOLLECTIVE */
    {"OKYO", 384}, /* TOKYO */
    {"OPORTO", 293}, /* OPORTO */
    {"ORAN", 294}, /* ORAN */
    {"OSAKA", 295}, /* OSAKAKOBE */
    {"OSAKAKOBE", 295}, /* OSAKAKOBE */
    {"OSDWASHINGTONDC", 348}, /* SECDEF */
    {"OSLO", 296}, /* OSLO */
    {"OTTAWA", 297}, /* OTTAWA */
    {"OUAGA", 298}, /* OUAGADOUGOU */
    {"OUAGAD", 298}, /* OUAGADOUGOU */
    {"OUAGADOUGOU", 298}, /* OUAGADOUGOU */
    {"OUAKC", 285}, /* NOUAKCHOTT */
    {"PALERM", 299}, /* PALERMO */
    {"PALERMO", 299}, /* PALERMO */
    {"PALMS", 300}, /* PALMSPRINGS */
    {"PALMSPRINGS", 300}, /* PALMSPRINGS */
    {"PANAM", 301}, /* PANAMA */
    {"PANAMA", 301}, /* PANAMA */
    {"PANAMACITY", 301}, /* PANAMA */
    {"PANANA", 301}, /* PANAMA */
    {"PAP", 311}, /* PORTAUPRINCE */
    {"PARAMA", 302}, /* PARAMARIBO */
    {"PARAMARIBO", 302}, /* PARAMARIBO */
    {"PARIS", 303}, /* PARIS */
    {"PARISFR", 396}, /* UNESCOPARISFR */
    {"PARTO", 304}, /* PARTO */
    {"PAULO", 344}, /* SAOPAULO */
    {"PAUP", 311}, /* PORTAUPRINCE */
    {"PEKING", 305}, /* PEKING */
    {"PERTH", 306}, /* PERTH */
    {"PESHAW", 307}, /* PESHAWAR */
    {"PESHAWAR", 307}, /* PESHAWAR */
    {"PETERSBURG", 363}, /* STPETERSBURG */
    {"PHNOM", 308}, /* PHNOMPENH */
    {"PHNOMPEHN", 308}, /* PHNOMPENH */
    {"PHNOMPEN", 308}, /* PHNOMPENH */
    {"PHNOMPENH", 308}, /* PHNOMPENH */
    {"PODGORICA", 309}, /* PODGORICA */
    {"PONTA", 310}, /* PONTADELGADA */
    {"PONTADELGADA", 310}, /* PONTADELGADA */
    {"PORTA", 311}, /* PORTAUPRINCE */
    {"PORTAUPRINCE", 311}, /* PORTAUPRINCE */
    {"PORTL", 312}, /* PORTLOUIS */
    {"PORTLOUIS", 312}, /* PORTLOUIS */
    {"PORTM", 313}, /* PORTMORESBY */
    {"PORTMORESBY", 313}, /* PORTMORESBY */
    {"PORTO", 315}, /* PORTOFSPAIN */
    {"PORTOALEGRE", 314}, /* PORTOALEGRE */
    {"PORTOFPAIN", 315}, /* PORTOFSPAIN */
    {"PORTOFSPAIN", 315}, /* PORTOFSPAIN */
    {"POS", 315}, /* PORTOFSPAIN */
    {"POTAUPRINCE", 311}, /* PORTAUPRINCE */
    {"POZNAN", 316}, /* POZNAN */
    {"PRAGUE", 317}, /* PRAGUE */
    {"PRAIA", 318}, /* PRAIA */
    {"PRETOR", 319}, /* PRETORIA */
    {"PRETORIA", 319}, /* PRETORIA */
    {"PRISITNA", 320}, /* PRISTINA */
    {"PRISTINA", 320}, /* PRISTINA */
    {"QUEBEC", 321}, /* QUEBEC */
    {"QUEBECCITY", 321}, /* QUEBEC */
    {"QUITO", 322}, /* QUITO */
    {"QXICO", 253}, /* MEXICO */
    {"RABAT", 323}, /* RABAT */
    {"RANGON", 324}, /* RANGOON */
    {"RANGOO", 324}, /* RANGOON */
    {"RANGOON", 324}, /* RANGOON */
    {"RECIFE", 325}, /* RECIFE */
    {"REYKJA", 326}, /* REYKJAVIK */
    {"REYKJAVIK", 326}, /* REYKJAVIK */
    {"RIGA", 327}, /* RIGA */
    {"RIO", 328}, /* RIODEJANEIRO */
    {"RIODE", 328}, /* RIODEJANEIRO */
    {"RIODEJAN", 328}, /* RIODEJANEIRO */
    {"RIODEJANEIRO", 328}, /* RIODEJANEIRO */
    {"RIODEJANERIO", 328}, /* RIODEJANEIRO */
    {"RIODEJANIERO", 328}, /* RIODEJANEIRO */
    {"RIYADH", 329}, /* RIYADH */
    {"ROME", 330}, /* ROME */
    {"ROMER", 330}, /* ROME */
    {"ROTTER", 331}, /* ROTTERDAM */
    {"ROTTERDAM", 331}, /* ROTTERDAM */
    {"RPODUBAI", 332}, /* RPODUBAI */
    {"RUSSELS", 68}, /* BRUSSELS */
    {"SADCCOLLECTIVE", 333}, /* SADCCOLLECTIVE */
    {"SAIGON", 334}, /* SAIGON */
    {"SALISB", 335}, /* SALISBURY */
    {"SALISBURY", 335}, /* SALISBURY */
    {"SALONIKA", 381}, /* THESSALONIKI */
    {"SALTT", 336}, /* SALTTALKS */
    {"SALTTALKS", 336}, /* SALTTALKS */
    {"SALVAD", 337}, /* SALVADOR */
    {"SALVADOR", 337}, /* SALVADOR */
    {"SALZBU", 338}, /* SALZBURG */
    {"SALZBURG", 338}, /* SALZBURG */
    {"SANA", 339}, /* SANAA */
    {"SANAA", 339}, /* SANAA */
    {"SANJO", 340}, /* SANJOSE */
    {"SANJOSE", 340}, /* SANJOSE */
    {"SANJSE", 340}, /* SANJOSE */
    {"SANODOMINGO", 343}, /* SANTODOMINGO */
    {"SANSA", 341}, /* SANSALVADOR */
    {"SANSALVADOR", 341}, /* SANSALVADOR */
    {"SANTAGO", 342}, /* SANTIAGO */
    {"SANTIA", 342}, /* SANTIAGO */
    {"SANTIAG", 342}, /* SANTIAGO */
    {"SANTIAGO", 342}, /* SANTIAGO */
    {"SANTIGO", 342}, /* SANTIAGO */
    {"SANTO", 343}, /* SANTODOMINGO */
    {"SANTODOMINGO", 343}, /* SANTODOMINGO */
    {"SANTODOMINIGO", 343}, /* SANTODOMINGO */
    {"SANTOOMINGO", 343}, /* SANTODOMINGO */
    {"SAOPA", 344}, /* SAOPAULO */
    {"SAOPAUL", 344}, /* SAOPAULO */
    {"SAOPAULO", 344}, /* SAOPAULO */
    {"SAOPAUO", 344}, /* SAOPAULO */
    {"SAOPULO", 344}, /* SAOPAULO */
    {"SAPPOR", 345}, /* SAPPORO */
    {"SAPPORO", 345}, /* SAPPORO */
    {"SARAEVO", 346}, /* SARAJEVO */
    {"SARAJEVO", 346}, /* SARAJEVO */
    {"SATTE", 360}, /* STATE */
    {"SBERL", 401}, /* USBERLIN */
    {"SCACOLLECTIVE", 347}, /* SCACOLLECTIVE */
    {"SCOPAULO", 344}, /* SAOPAULO */
    {"SD", 343}, /* SANTODOMINGO */
    {"SDO", 343}, /* SANTODOMINGO */
    {"SECDEF", 348}, /* SECDEF */
    {"SECDEFWASH", 348}, /* SECDEF */
    {"SECDEFWASHDC", 348}, /* SECDEF */
    {"SECDEFWASHINGTONDC", 348}, /* SECDEF */
    {"SECSATATE", 360}, /* STATE */
    {"SECSTATE", 360}, /* STATE */
    {"SECSTATEWASHDC", 360}, /* STATE */
    {"SECTATE", 360}, /* STATE */
    {"SECTATWASHDC", 360}, /* STATE */
    {"SECTO", 349}, /* SECTO */
    {"SECTSTATE", 360}, /* STATE */
    {"SEOUL", 350}, /* SEOUL */
    {"SEVILL", 351}, /* SEVILLE */
    {"SEVILLE", 351}, /* SEVILLE */
    {"SHANGHAI", 352}, /* SHANGHAI */
    {"SHENYANG", 353}, /* SHENYANG */
    {"SHIRAZ", 354}, /* SHIRAZ */
    {"SINAI", 355}, /* SINAI */
    {"SINAIFIELDMISSION", 355}, /* SINAI */
    {"SINGAP", 356}, /* SINGAPORE */
    {"SINGAPORE", 356}, /* SINGAPORE */
    {"SKOPJE", 357}, /* SKOPJE */
    {"SOFIA", 358}, /* SOFIA */
    {"SOIA", 358}, /* SOFIA */
    {"SONGKHLA", 359}, /* SONGKHLA */
    {"STAE", 360}, /* STATE */
    {"STAT", 360}, /* STATE */
    {"STATA", 360}, /* STATE */
    {"STATAE", 360}, /* STATE */
    {"STATE", 360}, /* STATE */
    {"STATEDEPT", 360}, /* STATE */
    {"STATES", 360}, /* STATE */
    {"STATTE", 360}, /* STATE */
    {"STGEORGES", 151}, /* GRENADA */
    {"STJOH", 361}, /* STJOHNS */
    {"STJOHNS", 361}, /* STJOHNS */
    {"STJOHU", 361}, /* STJOHNS */
    {"STOCKH", 362}, /* STOCKHOLM */
    {"STOCKHOLM", 362}, /* STOCKHOLM */
    {"STPETERSBURG", 363}, /* STPETERSBURG */
    {"STRASB", 364}, /* STRASBOURG */
    {"STRASBOURG", 364}, /* STRASBOURG */
    {"STUTTG", 365}, /* STUTTGART */
    {"STUTTGART", 365}, /* STUTTGART */
    {"SUNN", 423}, /* USUNNEWYORK */
    {"SURABA", 366}, /* SURABAYA */
    {"SURABAYA", 366}, /* SURABAYA */
    {"SURBAYA", 366}, /* SURABAYA */
    {"SUVA", 367}, /* SUVA */
    {"SYDNEY", 368}, /* SYDNEY */
    {"TABRIZ", 369}, /* TABRIZ */
    {"TAIF", 370}, /* TAIF */
    {"TAIPEI", 371}, /* TAIPEI */
    {"TAIPEIH", 371}, /* TAIPEI */
    {"TALLIN", 372}, /* TALLINN */
    {"TALLINN", 372}, /* TALLINN */
    {"TANA", 19}, /* ANTANANARIVO */
    {"TANANA", 373}, /* TANANARIVE */
    {"TANANARIVE", 373}, /* TANANARIVE */
    {"TANGIE", 374}, /* TANGIER */
    {"TANGIER", 374}, /* TANGIER */
    {"TASHKENT", 375}, /* TASHKENT */
    {"TATE", 360}, /* STATE */
    {"TBILISI", 376}, /* TBILISI */
    {"TBLISI", 376}, /* TBILISI */
    {"TEGUC", 377}, /* TEGUCIGALPA */
    {"TEGUCI", 377}, /* TEGUCIGALPA */
    {"TEGUCIGALPA", 377}, /* TEGUCIGALPA */
    {"TEGUZ", 377}, /* TEGUCIGALPA */
    {"TEHRAN", 378}, /* TEHRAN */
    {"TEHRN", 378}, /* TEHRAN */
    {"TELAV", 379}, /* TELAVIV */
    {"TELAVIV", 379}, /* TELAVIV */
    {"TGG", 377}, /* TEGUCIGALPA */
    {"THEHA", 380}, /* THEHAGUE */
    {"THEHAGE", 380}, /* THEHAGUE */
    {"THEHAGU", 380}, /* THEHAGUE */
    {"THEHAGUE", 380}, /* THEHAGUE */
    {"THENS", 29}, /* ATHENS */
    {"THESS", 381}, /* THESSALONIKI */
    {"THESSA", 381}, /* THESSALONIKI */
    {"THESSALONIKI", 381}, /* THESSALONIKI */
    {"TIJUAN", 382}, /* TIJUANA */
    {"TIJUANA", 382}, /* TIJUANA */
    {"TILISI", 376}, /* TBILISI */
    {"TIRANA", 383}, /* TIRANA */
    {"TOKYO", 384}, /* TOKYO */
    {"TOKYT", 384}, /* TOKYO */
    {"TORONT", 385}, /* TORONTO */
    {"TORONTO", 385}, /* TORONTO */
    {"TORREM", 386}, /* TORREMOLINOS */
    {"TORREMOLINOS", 386}, /* TORREMOLINOS */
    {"TOSEC", 387}, /* TOSEC */
    {"TREASURY", 388}, /* TREASURY */
    {"TRIEST", 389}, /* TRIESTE */
    {"TRIESTE", 389}, /* TRIESTE */
    {"TRIPOL", 390}, /* TRIPOLI */
    {"TRIPOLI", 390}, /* TRIPOLI */
    {"TRIPOLII", 390}, /* TRIPOLI */
    {"TRIPOTI", 390}, /* TRIPOLI */
    {"TTAWA", 297}, /* OTTAWA */
    {"TUNIS", 391}, /* TUNIS */
    {"TURIN", 392}, /* TURIN */
    {"UDORN", 393}, /* UDORN */
    {"ULAANBAAATAR", 394}, /* ULAANBAATAR */
    {"ULAANBAATAR", 394}, /* ULAANBAATAR */
    {"ULANBATOR", 394}, /* ULAANBAATAR */
    {"UNEPNAIROBI", 271}, /* NAIROBIUNEP */
    {"UNESCOPARIS", 395}, /* UNESCOPARIS */
    {"UNESCOPARISFR", 396}, /* UNESCOPARISFR */
    {"UNROME", 397}, /* UNROME */
    {"UNVIE", 398}, /* UNVIEVIENNA */
    {"UNVIENNA", 398}, /* UNVIEVIENNA */
    {"UNVIEVIEN", 398}, /* UNVIEVIENNA */
    {"UNVIEVIENNA", 398}, /* UNVIEVIENNA */
    {"USAFRICOM", 399}, /* USAFRICOM */
    {"USAID", 400}, /* USAID */
    {"USBER", 401}, /* USBERLIN */
    {"USBERL", 401}, /* USBERLIN */
    {"USBERLIN", 401}, /* USBERLIN */
    {"USCBP", 402}, /* USCBP */
    {"USCENTCOM", 403}, /* USCENTCOM */
    {"USCG", 404}, /* USCG */
    {"USCINCCENT", 403}, /* USCENTCOM */
    {"USCINCEUR", 412}, /* USEUCOM */
    {"USCINCPAC", 418}, /* USPACOM */
    {"USCINCSO", 420}, /* USSOUTHCOM */
    {"USCINCSOMIAMIFL", 420}, /* USSOUTHCOM */
    {"USCUSTOMSA", 402}, /* USCBP */
    {"USDA", 405}, /* USDAFAS */
    {"USDAFAS", 405}, /* USDAFAS */
    {"USDAFASWASHDC", 405}, /* USDAFAS */
    {"USDOC", 406}, /* USDOC */
    {"USDOCWASHDC", 406}, /* USDOC */
    {"USDOE", 407}, /* USDOE */
    {"USDOJ", 408}, /* USDOJ */
    {"USDOL", 409}, /* USDOL */
    {"USDOT", 410}, /* USDOT */
    {"USEU", 411}, /* USEUBRUSSELS */
    {"USEUBRUSEELS", 411}, /* USEUBRUSSELS */
    {"USEUBRUSS", 411}, /* USEUBRUSSELS */
    {"USEUBRUSSELS", 411}, /* USEUBRUSSELS */
    {"USEUCOM", 412}, /* USEUCOM */
    {"USGENEVA", 147}, /* GENEVA */
    {"USIA", 413}, /* USIA */
    {"USLOTRIPOLI", 390}, /* TRIPOLI */
    {"USMISSIONBERLIN", 401}, /* USBERLIN */
    {"USMISSIONICAOMONTREAL", 173}, /* ICAOMONTREAL */
    {"USMISSIONUSEU", 411}, /* USEUBRUSSELS */
    {"USNATO", 414}, /* USNATO */
    {"USNATOBRUSSELS", 414}, /* USNATO */
    {"USOAS", 415}, /* USOAS */
    {"USOECD", 416}, /* USOECD */
    {"USOFFICEALMATY", 15}, /* ALMATY */
    {"USOFFICEPRISTINA", 320}, /* PRISTINA */
    {"USOSCE", 417}, /* USOSCE */
    {"USOSCEVIENNA", 417}, /* USOSCE */
    {"USPACOM", 418}, /* USPACOM */
    {"USSCC", 419}, /* USSCC */
    {"USSOUTHCOM", 420}, /* USSOUTHCOM */
    {"USTR", 421}, /* USTR */
    {"USTREAS", 388}, /* TREASURY */
    {"USTRGENEVA", 422}, /* USTRGENEVA */
    {"USUN", 423}, /* USUNNEWYORK */
    {"USUNESCOPARISFR", 396}, /* UNESCOPARISFR */
    {"USUNN", 423}, /* USUNNEWYORK */
    {"USUNNEW", 423}, /* USUNNEWYORK */
    {"USUNNEWYORK", 423}, /* USUNNEWYORK */
    {"USUNNEYORK", 423}, /* USUNNEWYORK */
    {"USUNNY", 423}, /* USUNNEWYORK */
    {"USUNROME", 397}, /* UNROME */
    {"VALLET", 424}, /* VALLETTA */
    {"VALLETTA", 424}, /* VALLETTA */
    {"VANCOU", 425}, /* VANCOUVER */
    {"VANCOUVER", 425}, /* VANCOUVER */
    {"VAT", 426}, /* VATICAN */
    {"VATICAN", 426}, /* VATICAN */
    {"VICTOR", 427}, /* VICTORIA */
    {"VICTORIA", 427}, /* VICTORIA */
    {"VIENNA", 428}, /* VIENNA */
    {"VIENNAIAEAPOSTSCOLLECTIVE", 429}, /* VIENNAIAEAPOSTSCOLLECTIVE */
    {"VIENTI", 430}, /* VIENTIANE */
    {"VIENTIANE", 430}, /* VIENTIANE */
    {"VILNIUS", 431}, /* VILNIUS */
    {"VLADIV", 432}, /* VLADIVOSTOK */
    {"VLADIVOSTOK", 432}, /* VLADIVOSTOK */
    {"WARSAW", 433}, /* WARSAW */
    {"WARSZAW", 433}, /* WARSAW */
    {"WASDC", 434}, /* WASHDC */
    {"WASHDC", 434}, /* WASHDC */
    {"WASLDC", 434}, /* WASHDC */
    {"WELLIN", 435}, /* WELLINGTON */
    {"WELLINGOTN", 435}, /* WELLINGTON */
    {"WELLINGTON", 435}, /* WELLINGTON */
    {"WELLLINGTON", 435}, /* WELLINGTON */
    {"WHACENTRALAMERICANCOLLECTIVE", 436}, /* WHACENTRALAMERICANCOLLECTIVE */
    {"WHADIPLPOSTS", 437}, /* WHADIPLPOSTS */
    {"WHITEHOUSE", 438}, /* WHITEHOUSE */
    {"WHITEHOUSENSCWASHINGTONDC", 438}, /* WHITEHOUSE */
    {"WHITEHOUSEWASHINGTONDC", 438}, /* WHITEHOUSE */
    {"WINDHOEK", 439}, /* WINDHOEK */
    {"WINNIP", 440}, /* WINNIPEG */
    {"WINNIPEG", 440}, /* WINNIPEG */
    {"YAOUND", 441}, /* YAOUNDE */
    {"YAOUNDE", 441}, /* YAOUNDE */
    {"YEKATERINBURG", 442}, /* YEKATERINBURG */
    {"YEREVAN", 443}, /* YEREVAN */
    {"ZAGREB", 444}, /* ZAGREB */
    {"ZANZIB", 445}, /* ZANZIBAR */
    {"ZANZIBAR", 445}, /* ZANZIBAR */
    {"ZURICH", 446}, /* ZURICH */
    {"ZURIVH", 446}, /* ZURICH */
};
const size_t cv_station_aliases_n = CV_ARRAY_LEN(cv_station_aliases);
