using System.Globalization;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>What a form says, as the content of an entry, and what it lacks for that.</summary>
internal sealed class SubmissionContent(SubmissionForm form)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>Entries are looked at again after two years.</summary>
    private const int MonthsToReview = 24;

    public IEnumerable<string> OrganisationNames => Organisations.Select(organisation => organisation.Name!.Trim());

    public IReadOnlyList<Contact> Contacts =>
        form.Contact is { } contact && (Given(contact.Name) ?? Given(contact.Email)) is not null ? [new(Given(contact.Name) ?? "", Given(contact.Email) ?? "", null)] : [];

    /// <summary>What changed, for the list of versions.</summary>
    public string? Note => Given(form.Note);

    private int? StartYear => int.TryParse(form.StartYear?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private string Language => Given(form.Language) ?? "en";

    private IEnumerable<SubmissionCountry> Countries => form.Countries.Where(country => Given(country.Code) is not null);

    private IEnumerable<SubmissionOrganisation> Organisations => form.Organisations.Where(organisation => Given(organisation.Name) is not null);

    /// <summary>What keeps it from being sent in. What a published practice lacks may stay so: archival records have their gaps.</summary>
    public static IReadOnlyList<Breach> WrongIn(Submission submission) =>
        [.. new SubmissionContent(submission.Form).Wrong().Except(submission.Base is { } published ? new SubmissionContent(published).Wrong() : [])];

    private IReadOnlyList<Breach> Wrong() =>
    [
        .. EntryRules.Check(EntryKinds.Practice, Build(name => name), archival: false),
        .. Countries.Any(country => !SubmissionCountry.Roles.Contains(country.Role)) ? [new Breach("countries", "Say what part each country has.")] : Array.Empty<Breach>(),
        .. Organisations.Any(organisation => !SubmissionOrganisation.Roles.Contains(organisation.Role)) ? [new Breach("organisations", "Say what part each organisation has.")] : Array.Empty<Breach>(),
        .. form.StartYear is { Length: > 0 } && StartYear is null or < EarliestYear or > LatestYear ? [new Breach("startYear", "It is a year, such as 2019.")] : Array.Empty<Breach>(),
        .. form.Files.Any(file => FileType.Of(file.MediaType)?.IsImage == true && Given(file.Label) is null) ? [new Breach("files", "Say what each image shows.")] : Array.Empty<Breach>(),
        .. Contacts.Count == 0 ? [new Breach("contact", "Name an office that members may ask.")] : ContactRules.Check(Contacts),
    ];

    /// <summary>The content as it was, with a new date of verification.</summary>
    public static EntryContent Verified(EntryContent content, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        return content with { LastVerified = today, NextReview = today.AddMonths(MonthsToReview) };
    }

    /// <param name="organisation">Gives the slug of an organisation that is named.</param>
    public EntryContent Build(Func<string, string> organisation) => new()
    {
        Language = Language,
        Texts = new Dictionary<string, EntryTexts>
        {
            [Language] = new(Given(form.Title) ?? "", "human")
            {
                Summary = Given(form.Summary),
                Challenge = Given(form.Challenge),
                Solution = Given(form.Solution),
                Lessons = Given(form.Lessons),
            },
        },
        Countries = [.. Countries.GroupBy(country => country.Code!.Trim().ToUpperInvariant()).Select(country => new NamedCountry(country.Key, country.First().Role ?? ""))],
        GeographicScope = Scope(),
        Organisations = [.. Organisations.Select(named => new NamedOrganisation(organisation(named.Name!.Trim()), named.Role ?? "")).DistinctBy(named => named.Slug)],
        Themes = [.. form.Themes.Distinct().Select(theme => new Assigned(theme, Suggested: false))],
        Links = [.. form.Links.Where(link => Given(link.Url) is not null).Select(link => new Link(link.Url!.Trim(), Given(link.Label), null))],
        Files = [.. form.Files.Select(AttachedFiles.Link)],
        // Whoever sends it in agrees to that.
        PermissionToPublish = true,
        Practice = new PracticeDetails { Type = Given(form.Type), Status = Given(form.Status), StartYear = StartYear },
    };

    private string? Scope() => (form.IsGlobal, Countries.Select(country => country.Code!.Trim().ToUpperInvariant()).Distinct().Count()) switch
    {
        (true, _) => "global",
        (_, 0) => null,
        (_, 1) => "national",
        (_, 2) => "bilateral",
        _ => "multi-country",
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
