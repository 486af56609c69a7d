using System.Globalization;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>A published practice as a form, and what changed in that form, over the practice as it is by the time of publication.</summary>
internal static class Correction
{
    public static SubmissionForm FormOf(EntryContent content, Registers registers, EntryContact? contact)
    {
        var texts = content.Texts[content.Language];
        return new()
        {
            Title = texts.Title,
            Language = content.Language,
            Countries = [.. content.Countries.Select(country => new SubmissionCountry(country.Code, country.Role))],
            IsGlobal = content.GeographicScope == "global",
            Organisations =
                [.. content.Organisations.Zip(registers.Of(content.Organisations), (named, organisation) => new SubmissionOrganisation(organisation.Name, named.Role))],
            Challenge = texts.Challenge ?? "",
            Solution = texts.Solution ?? "",
            Summary = texts.Summary ?? "",
            Themes = [.. content.Themes.Select(theme => theme.Value)],
            Type = content.Practice?.Type ?? "",
            Status = content.Practice?.Status ?? "",
            StartYear = content.Practice?.StartYear?.ToString(CultureInfo.InvariantCulture) ?? "",
            Links = [.. content.Links.Select(link => new SubmissionLink(link.Url, link.Label ?? ""))],
            Files = [.. content.Files.Select(AttachedFiles.FormOf).OfType<SubmissionFile>()],
            Lessons = texts.Lessons ?? "",
            Note = "",
            Contact = new(contact?.Name ?? "", contact?.Email ?? ""),
        };
    }

    /// <summary>Whatever is the same before and after stays as it is today, also where it has changed since the correction began.</summary>
    public static EntryContent Over(EntryContent current, EntryContent before, EntryContent after)
    {
        var changed = StoredJson.Changes(before, after);
        T Pick<T>(string field, T ours, T today) => changed.Contains(field) ? ours : today;
        return current with
        {
            Texts = new Dictionary<string, EntryTexts>(current.Texts)
            {
                [current.Language] = Over(current.Texts[current.Language], before.Texts.Values.Single(), after.Texts.Values.Single()),
            },
            Countries = Pick("countries", after.Countries, current.Countries),
            GeographicScope = Pick("geographicScope", after.GeographicScope, current.GeographicScope),
            Organisations = Pick("organisations", after.Organisations, current.Organisations),
            Themes = Pick("themes", after.Themes, current.Themes),
            Links = Pick("links", [.. after.Links.Select(link => link with { Language = current.Links.FirstOrDefault(known => known.Url == link.Url)?.Language })], current.Links),
            // Those that are elsewhere on the web are in no form.
            Files = Pick("files", [.. current.Files.Where(file => AttachedFiles.FormOf(file) is null), .. after.Files], current.Files),
            Practice = Over(current.Practice ?? new(), before.Practice!, after.Practice!, isChallengeTheirs: before.Texts.Values.Single().Challenge != after.Texts.Values.Single().Challenge),
        };
    }

    private static EntryTexts Over(EntryTexts current, EntryTexts before, EntryTexts after) => current with
    {
        Title = after.Title == before.Title ? current.Title : after.Title,
        Summary = after.Summary == before.Summary ? current.Summary : after.Summary,
        Challenge = after.Challenge == before.Challenge ? current.Challenge : after.Challenge,
        Solution = after.Solution == before.Solution ? current.Solution : after.Solution,
        Lessons = after.Lessons == before.Lessons ? current.Lessons : after.Lessons,
    };

    private static PracticeDetails Over(PracticeDetails current, PracticeDetails before, PracticeDetails after, bool isChallengeTheirs) => current with
    {
        Type = after.Type == before.Type ? current.Type : after.Type,
        Status = after.Status == before.Status ? current.Status : after.Status,
        StartYear = after.StartYear == before.StartYear ? current.StartYear : after.StartYear,
        ChallengeDerived = current.ChallengeDerived && !isChallengeTheirs,
    };
}
