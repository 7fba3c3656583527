"""invent.py - invented events, people and sentences, enough of them that two cables are seldom alike.

May not: name real people; write a sentence that could be taken for a label, a mark or a page header.
"""
GIVEN = ["Anna", "Bela", "Carlos", "Dmitri", "Elena", "Farid", "Grace", "Hassan", "Ingrid", "Jorge", "Karim", "Lena",
         "Milan", "Nadia", "Omar", "Paula", "Rosa", "Stefan", "Tariq", "Ursula", "Viktor", "Walter", "Yusuf", "Zofia"]
FAMILY = ["Abrantes", "Belov", "Castellan", "Drewes", "Edmonds", "Farrar", "Gruber", "Holloway", "Ibarra", "Jansen",
          "Kessel", "Lindqvist", "Marchetti", "Novak", "Okello", "Petrosian", "Quiroga", "Rahimi", "Sorensen",
          "Tamura", "Ulrich", "Varga", "Whitcomb", "Yilmaz", "Zimmer"]
SIGNERS = ["ALDER", "BRENNAN", "COLBURN", "DUNMORE", "EASTLAKE", "FORRESTER", "GARRICK", "HARCOURT", "INGRAM",
           "JEFFERS", "KETTLER", "LOCKRIDGE", "MARBURY", "NORWOOD", "OSTRANDER", "PEMBERTON", "RUTLEDGE", "SEWARD",
           "THORNBURY", "VANDERLAAN", "WAINWRIGHT", "YARDLEY"]
TITLES = ["Ambassador", "Charge d'Affaires", "Deputy Chief of Mission", "Political Counselor", "Economic Counselor",
          "Consul General", "Political Officer", "Economic Officer", "DCM", "A/DCM", "POLCOUNS", "ECONOFF", "Charge",
          "Acting DCM", "Political Section Chief", "Charge d'Affaires a.i.", "Counselor for Economic Affairs", "CDA",
          "Deputy Chief of Mission and Charge d'Affaires a.i.", "P/E Chief", "EUR/CE Director", "Principal Officer",
          "Acting Political Section Chief", "Minister-Counselor for Political Affairs", "Consul", "Deputy Principal Officer",
          "Management Counselor", "Defense Attache", "Econ Chief", "Acting Deputy Chief of Mission", "A/S", "Ambassador-at-Large"]
PROGRAMS = ["KDEM", "KCRM", "KWMN", "KISL", "KPAO", "KJUS", "KIRF"]
QUOTED = ["The quota is 8,000 tons.", "It holds until December.", "Licenses are not transferable."]
OFFICES = ["EUR/ERA", "NEA/ARPI", "WHA/BSC", "AF/E", "EAP/K", "SCA/CEN", "EB/ESC", "INR/EU", "PM/RSAT", "IO/UNP"]
AGENCIES = ["USAID", "USTR", "TREASURY", "COMMERCE", "LABOR", "ENERGY"]

# Subjects, TAGS and sentences that go together. {n} a number, {m} a month, {p} a person, {c} a place, {q} a quarter.
THEMES = [
    dict(tags=["EAGR", "ETRD"], subjects=[
        "HARVEST FORECAST CUT FOR THE SECOND TIME", "MINISTRY RAISES FLOOR PRICE FOR WHEAT",
        "COTTON GINNERS ASK FOR TARIFF RELIEF", "SUGAR QUOTA: TRADERS EXPECT NO CHANGE BEFORE SPRING"],
        sentences=[
        "The agriculture ministry cut its forecast for the harvest to {n} thousand tons.",
        "Growers in the north blame late rain and a shortage of diesel fuel.",
        "Deputy Minister {p} said that imports would be allowed only from {m} on.",
        "Two trading houses in {c} have stopped quoting prices for delivery after {m}.",
        "The state mill paid {n} percent more for the last shipment than a year ago.",
        "Farm credit remains the main complaint, although rates have come down.",
        "According to {p}, about {n} cooperatives have not been paid since {m}.",
        "A new warehouse at the port will hold {n} thousand tons when it is finished."]),
    dict(tags=["PGOV", "PREL"], subjects=[
        "COALITION TALKS DRAG ON WITHOUT A PRIME MINISTER", "OPPOSITION PARTY SPLITS OVER MUNICIPAL ELECTIONS",
        "PRESIDENT SHUFFLES CABINET, KEEPS FOREIGN MINISTER", "PARLIAMENT RETURNS TO AN EMPTY AGENDA"],
        sentences=[
        "The two largest parties met for {n} hours and agreed only to meet again.",
        "Party secretary {p} told us that the list for {c} is still open.",
        "Most observers expect the vote in {m} to confirm the sitting mayor.",
        "The speaker has sent {n} bills back to committee since the session began.",
        "Younger deputies complain that nobody asks for their opinion.",
        "In private, {p} concedes that the party has lost touch with the provinces.",
        "Local papers devoted no more than {n} lines to the announcement.",
        "The interior minister denied that police had been asked to watch the congress."]),
    dict(tags=["EPET", "ENRG"], subjects=[
        "REFINERY RESTARTS AFTER A LONG REPAIR", "PIPELINE COMMITTEE MEETS AND ADJOURNS",
        "GAS PRICE FORMULA: THE LAWYERS TAKE OVER", "NATIONAL OIL COMPANY DELAYS OFFSHORE TENDER"],
        sentences=[
        "The refinery near {c} is running at {n} percent of capacity.",
        "Chief engineer {p} expects the second unit to follow in {m}.",
        "Both sides now accept arbitration, but they differ on the place.",
        "A tanker with {n} thousand barrels has been waiting at anchor since {m}.",
        "The ministry will not open the bids until the seismic data are paid for.",
        "Company lawyer {p} called the draft contract a museum piece.",
        "Power cuts in {c} last about {n} hours a day.",
        "Spare parts for the compressors come from three suppliers."]),
    dict(tags=["PHUM", "PGOV"], subjects=[
        "LAWYERS ASK FOR ACCESS TO THE NORTHERN PRISON", "NEW LAW ON ASSOCIATIONS: A FIRST READING",
        "RADIO STATION BACK ON THE AIR AFTER A FINE", "COURT ACQUITS TEACHERS IN SCHOOL STRIKE CASE"],
        sentences=[
        "The bar association counted {n} detainees without a lawyer.",
        "Judge {p} ordered the release of all but two of the teachers.",
        "The draft law asks every association to register again before {m}.",
        "The station in {c} paid a fine of {n} thousand and resumed its news.",
        "Editors say that they know where the line is, and that it moves.",
        "Prison director {p} received a delegation for the first time since {m}.",
        "No official would say why the hearing had been put off {n} times.",
        "Families may now send parcels once a month."]),
    dict(tags=["EFIN", "ECON"], subjects=[
        "CENTRAL BANK HOLDS THE RATE AND ITS BREATH", "BUDGET GAP WIDENS AS CUSTOMS REVENUE FALLS",
        "MISSION OF THE FUND LEAVES WITHOUT A LETTER", "SAVINGS BANK TO SELL ITS BRANCHES"],
        sentences=[
        "Reserves fell to {n} million dollars, enough for two months of imports.",
        "Governor {p} said that the rate would stay where it is until {m}.",
        "Customs revenue was {n} percent below the plan.",
        "The finance ministry sold bonds for {n} million, half of what it had offered.",
        "Bankers in {c} doubt that the savings bank will find a buyer.",
        "Wages in the public sector will rise by {n} percent in {m}.",
        "The staff of the Fund left a list of questions behind.",
        "Budget director {p} calls the figures provisional."]),
    dict(tags=["MARR", "PREL"], subjects=[
        "SHIP VISIT GOES WELL IN SPITE OF THE WEATHER", "DEFENSE MINISTER ASKS FOR SPARE PARTS",
        "BORDER COMMISSION AGREES ON A MAP SCALE", "JOINT EXERCISE SHORTENED BY A WEEK"],
        sentences=[
        "About {n} sailors spent three days in {c} without an incident.",
        "Colonel {p} repeated the request for spare parts that he made in {m}.",
        "The commission agreed on the scale of the map but not on the map.",
        "The exercise will take {n} days and end before the holiday.",
        "General {p} said that the new road to the border is open in dry weather.",
        "Observers from {n} countries have been invited.",
        "The garrison near {c} has been reduced since {m}.",
        "Nobody expects trouble on the river before the rains."]),
    dict(tags=["EAIR", "ETRD"], subjects=[
        "CIVIL AVIATION TALKS: ONE MORE FLIGHT A WEEK", "AIRPORT LEASE ATTRACTS ONLY ONE BIDDER",
        "NATIONAL AIRLINE GROUNDS ITS OLDEST AIRCRAFT", "RADAR CONTRACT SIGNED AFTER FOUR YEARS"],
        sentences=[
        "The delegations agreed on {n} flights a week from {m} on.",
        "Airline director {p} admits that the oldest aircraft will not fly again.",
        "The only bidder for the lease wants a guarantee for {n} years.",
        "The new radar near {c} covers {n} miles.",
        "Landing fees at {c} are the highest in the region.",
        "A technical team will inspect the runway in {m}.",
        "Passengers were told of the delay by {p} himself.",
        "Cargo grew by {n} percent although two carriers left."]),
    dict(tags=["SENV", "TPHY"], subjects=[
        "LAKE LEVEL FALLS, FISHERMEN BLAME THE DAM", "WEATHER SERVICE ASKS FOR A NEW SATELLITE DISH",
        "FOREST FIRES UNDER CONTROL, SMOKE REMAINS", "RIVER COMMISSION PUBLISHES ITS FIRST FIGURES"],
        sentences=[
        "The lake has fallen by {n} inches since {m}.",
        "Biologist {p} counted fewer than {n} pairs on the island.",
        "Fires near {c} burned for {n} days.",
        "The commission measures the flow at {n} points.",
        "Fishermen in {c} have asked the court for damages.",
        "The weather service lost its antenna in the storm of {m}.",
        "Engineer {p} says that the gates of the dam stay closed at night.",
        "A study by the university contradicts the ministry."]),
]
HEADINGS = ["A Long Meeting", "No Date Until the Fall", "Who Pays", "Views from the Provinces", "The Next Step",
            "Figures and Doubts", "What the Papers Say", "An Old Quarrel", "Money Is Not the Question"]
CLOSINGS = ["We will follow up and report.", "We doubt that much will change before {m}.",
            "The figures should be read with care.", "{p} is a reliable source on this subject.",
            "More than one side has an interest in delay.", "This is good news, but it comes late."]
MONTH_NAMES = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November"]
BULLETS = ["who pays for the work", "who guards the site", "how long the permits last", "which court decides",
           "what happens to the staff", "when the first delivery is due"]


PARTICLES = ["de la", "van der", "von", "Mc", "O'"]


def person(rng):
    """Mostly given name and surname; now and then an initial, a particle, a suffix."""
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    form = rng.random()
    if form < 0.1:
        return "%s %s. %s" % (given, rng.choice("ABEHJLQW"), family)
    if form < 0.15:
        particle = rng.choice(PARTICLES)
        return "%s %s%s%s" % (given, particle, "" if particle in ("Mc", "O'") else " ", family)
    return "%s %s" % (given, family)


def fill(rng, sentence, places):
    return sentence.format(n=rng.randint(12, 96), m=rng.choice(MONTH_NAMES), p=person(rng), c=rng.choice(places))


def prose(rng, theme, places, count):
    """count sentences, no two alike."""
    pool = list(theme["sentences"])
    rng.shuffle(pool)
    return " ".join(fill(rng, s, places) for s in pool[:count])


def table(rng):
    rows = [["Item", "Tons", "Share"]] + [[rng.choice(["North", "South", "Coast", "Hills", "Capital"]) + " district",
                                           str(rng.randint(100, 999)), str(rng.randint(2, 80))] for _ in range(3)]
    return ["%-18s %6s     %5s" % tuple(r) for r in rows]
