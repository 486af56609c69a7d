using PfP.Contracts.Calls.Api;

namespace PfP.Portal.Contributing;

/// <summary>The names of the fields of a call's form, and how they are read.</summary>
internal static class CallFields
{
    /// <summary>Of what the form is, where texts differ by that.</summary>
    public const string Kind = "call";

    private static readonly string[] InOrder = [.. Texts(new()).Keys];

    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<string> All => InOrder;

    public static CallForm Read(IFormCollection posted) => new()
    {
        Title = posted["title"],
        Language = posted["language"],
        Type = posted["type"],
        Countries = [.. SubmissionFields.Filled(posted, "countries")],
        Organisations = [.. SubmissionFields.ReadOrganisations(posted)],
        Ask = posted["ask"],
        ForWhom = posted["forWhom"],
        Background = posted["background"],
        Summary = posted["summary"],
        CountriesWanted = [.. SubmissionFields.Filled(posted, "countriesWanted")],
        Themes = [.. posted["themes"].OfType<string>()],
        Opens = posted["opens"],
        Deadline = ReadDeadline(posted),
        ReplyMethod = posted["replyMethod"],
        ReplyUrl = posted["replyUrl"],
        AdmitsGuests = posted["admitsGuests"] == "true",
        Links = [.. SubmissionFields.ReadLinks(posted)],
        Files = [.. SubmissionFields.ReadFiles(posted)],
        Contact = new(posted["contactName"], posted["contactEmail"]),
    };

    /// <summary>A month is chosen by any of its days.</summary>
    public static TypedDeadline ReadDeadline(IFormCollection posted)
    {
        var (precision, date) = (posted["precision"].ToString(), posted["date"].ToString().Trim());
        return new()
        {
            Precision = precision,
            Date = precision == "month" && DateOnly.TryParseExact(date, "yyyy-MM-dd", out _) ? date[..7] : date,
            Time = posted["time"],
            Zone = posted["zone"],
        };
    }

    /// <summary>What the form says at each field, in their order, as text: to compare two versions of it.</summary>
    public static IReadOnlyDictionary<string, string> Texts(CallForm form) => new Dictionary<string, string>
    {
        ["title"] = form.Title ?? "",
        ["type"] = form.Type ?? "",
        ["countries"] = string.Join("; ", form.Countries),
        ["organisations"] = string.Join("; ", form.Organisations.Select(organisation => $"{organisation.Name} {organisation.Role}")),
        ["ask"] = form.Ask ?? "",
        ["forWhom"] = form.ForWhom ?? "",
        ["countriesWanted"] = string.Join("; ", form.CountriesWanted),
        ["background"] = form.Background ?? "",
        ["themes"] = string.Join("; ", form.Themes),
        ["opens"] = form.Opens ?? "",
        ["deadline"] = $"{form.Deadline.Precision} {form.Deadline.Date} {form.Deadline.Time} {form.Deadline.Zone}".Trim(),
        ["reply"] = $"{form.ReplyMethod} {form.ReplyUrl}{(form.AdmitsGuests ? " +" : "")}".Trim(),
        ["language"] = form.Language ?? "",
        ["links"] = string.Join("; ", form.Links.Select(link => $"{link.Url} {link.Label}".Trim())),
        ["files"] = string.Join("; ", form.Files.Select(file => $"{file.Name} {file.Label}".Trim())),
        ["contact"] = $"{form.Contact?.Name} {form.Contact?.Email}".Trim(),
        ["summary"] = form.Summary ?? "",
    };

    public static bool IsKnown(string? field) => InOrder.Contains(field);

    /// <summary>What belongs to no field comes first.</summary>
    public static int Order(string field) => Array.IndexOf(InOrder, field);
}
