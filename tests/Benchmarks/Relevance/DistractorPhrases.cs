namespace PfP.Benchmarks.Relevance;

/// <summary>What the made-up practices are made of.</summary>
internal static class DistractorPhrases
{
    public static readonly string[] Titles =
    [
        "{means} for {group} in {country}", "{work}: {means} in the {place} of {country}", "Helping {group} from {other} through {means}", "{country} and {other}: {work} with {group}",
        "National programme on {work} ({country}, {year})", "{means} and {means2} for {group}", "From {other} to {country}: {means} that works", "Towards {work} in {country}",
        "Improving {work} through {means}", "{work} and {work2}: lessons from {country}", "Supporting {group} and {group2} in the {place}", "A partnership of {partner} on {work}",
        "Working with {partner} on {means}", "{year} review of {work} in {country}", "Strengthening {means} for {group} in {other}", "{country}'s approach to {work}",
    ];

    public static readonly string[] Summaries =
    [
        "The government of {country} offers {means} to {group} and works with {partner}.", "{number} {group} received {means} by {year}; {work} is next.",
        "A scheme of {means} and {means2}, started in {year}, that improves {work}.", "Together with {other}, {country} runs {means} so that {group} are better off.",
        "{partner} and the authorities test {means} in the {place}.", "Makes {work} easier by {means}, above all for {group}.", "Trains officials in {work} and gives {group} {means}.",
        "Agreement between {country} and {other} on {work}, with {means} for {group}.", "Studies how {group} fare and what {means} would change.", "Brings {partner} and {group} together for {work}.",
    ];

    public static readonly string[] Bodies =
    [
        "In {country}, {hurdle}.", "Many {group} face the problem that {hurdle}.", "The programme began in {year} with {number} {group} in the {place}.", "{partner} provided {means} and helped with {work}.",
        "By the end, {number} {group} had used {means}, and {number} had found work.", "An evaluation found that {means} mattered more than {means2}.", "Officials from {other} visited the {place} to learn about {work}.",
        "Costs were shared by {partner} and the ministry.", "{group} and their families took part in {means}.", "A second phase will extend {means} to {group2}.", "Local staff were trained in {work} and {work2}.",
        "Before {year} there was no rule on {work}.", "It took {number} days on average to get a permit.", "The budget was {number} thousand dollars a year.", "{hurdle}, and {group} rarely complain.",
        "Women made up about half of the {number} participants.", "A hotline answers questions on {work} in six languages.", "Courts and inspectors now apply the law on {work}.", "The lesson is that {work} needs {means} from the start.",
        "Data are collected every quarter on {group} and on {work}.", "Returnees from {other} advise {group} before they leave.", "Employers signed a code of conduct on {work}.", "{partner} will publish a handbook on {means}.",
        "Children of {group} go to school in the {place}.", "Savings and money sent home grew by a tenth.", "Climate and drought push people from the {place}.", "Health checks are free for {group}.",
    ];

    public static readonly string[] Groups =
    [
        "nurses", "seasonal workers", "domestic workers", "construction workers", "returnees", "refugees", "students", "young people", "women migrants", "fishers", "truck drivers", "asylum seekers", "stateless persons",
        "entrepreneurs", "doctors", "teachers", "engineers", "farm workers", "migrant families", "children left behind", "unaccompanied minors", "victims of trafficking", "internally displaced people", "pastoralists", "care workers",
        "diaspora members", "foreign students", "older migrants", "migrants with disabilities", "undocumented migrants", "newcomers", "skilled professionals", "garment workers", "seafarers", "cross-border traders",
    ];

    public static readonly string[] Work =
    [
        "skills recognition", "fair recruitment", "family reunification", "labour inspection", "language learning", "border management", "visa facilitation", "social security portability", "remittance costs", "diaspora investment",
        "return counselling", "community policing", "housing", "mental health", "vaccination", "school enrolment", "civil registration", "consular protection", "legal aid", "anti-trafficking work", "sea rescue", "urban planning",
        "climate adaptation", "planned relocation", "data exchange", "migration statistics", "policy coherence", "vocational training", "financial literacy", "circular migration", "seasonal employment", "regularisation", "integration", "anti-discrimination",
        "alternatives to detention", "identity documents", "labour market analysis", "ethical recruitment of health workers", "tax incentives for returnees", "knowledge transfer",
    ];

    public static readonly string[] Means =
    [
        "one-stop centres", "mobile clinics", "pre-departure orientation", "job fairs", "small grants", "matching funds", "language courses", "mentoring", "a digital platform", "a hotline", "a bilateral agreement", "a code of conduct",
        "online training", "scholarships", "microcredit", "savings groups", "information campaigns", "radio programmes", "community centres", "shelters", "legal clinics", "case management", "a dashboard", "household surveys", "a licensing system",
        "model contracts", "complaint mechanisms", "health insurance", "cash assistance", "apprenticeships", "diaspora bonds", "a steering committee", "peer exchange", "town twinning", "summer schools", "cultural mediators", "a toolkit", "indicators",
    ];

    public static readonly string[] Places = ["capital", "border region", "northern provinces", "coastal towns", "port cities", "rural districts", "islands", "highlands", "suburbs", "delta", "eastern valleys", "university towns", "mining areas"];

    public static readonly string[] Hurdles =
    [
        "agents charge illegal fees", "diplomas are not recognised abroad", "services are far away", "few know their rights", "records are kept on paper", "ministries do not share data", "transfers are expensive", "wages are paid late",
        "passports are withheld", "there are no interpreters", "schools are overcrowded", "jobs do not match skills", "harvests fail after droughts", "storms destroy homes every year", "prejudice keeps newcomers apart", "returning workers lose their pensions",
        "hospitals ask for papers", "smugglers promise easy journeys", "parents leave children with relatives", "town councils lack money", "rules differ from one state to the next", "employers fear inspections",
    ];

    public static readonly string[] Partners =
    [
        "trade unions", "employers' federations", "a diaspora association", "the national statistics office", "universities", "a development bank", "municipalities", "church groups", "women's organisations", "a regional commission", "recruitment agencies",
        "chambers of commerce", "the postal service", "mobile money operators", "youth clubs", "an international foundation", "civil society groups", "the employment service",
    ];

    public static readonly string[] Offices = ["Ministry of Labour", "Ministry of Interior", "Ministry of Health", "Ministry of Foreign Affairs", "Ministry of Education", "Office for Citizens Abroad", "Immigration Service", "Statistics Office", "Agency for Employment"];
}
