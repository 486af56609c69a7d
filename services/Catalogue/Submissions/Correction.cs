using PfP.Catalogue.Contacts;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>A published entry as a form, and what changed in that form, over the entry as it is by the time of publication.</summary>
internal static class Correction
{
    public static SubmissionForm FormOf(string kind, EntryContent content, Registers registers, EntryContact? contact)
    {
        var (texts, template) = (content.Texts[content.Language], SubmissionTemplate.Of(kind));
        var form = new SubmissionForm
        {
            Title = texts.Title,
            Language = content.Language,
            Organisations =
                [.. content.Organisations.Zip(registers.Of(content.Organisations), (named, organisation) => new SubmissionOrganisation(organisation.Name, named.Role))],
            Summary = texts.Summary ?? "",
            Themes = [.. content.Themes.Select(theme => theme.Value)],
            Links = [.. content.Links.Select(link => new SubmissionLink(link.Url, link.Label ?? ""))],
            Files = [.. content.Files.Select(AttachedFiles.FormOf).OfType<SubmissionFile>()],
            Note = "",
            Contact = template.IsOfMembers ? new(contact?.Name ?? "", contact?.Email ?? "") : null,
        };
        return template.Read(form, content, texts);
    }

    /// <summary>Whatever is the same before and after stays as it is today, also where it has changed since the correction began.</summary>
    public static EntryContent Over(string kind, EntryContent current, EntryContent before, EntryContent after)
    {
        var changed = StoredJson.Changes(before, after);
        T Pick<T>(string field, T ours, T today) => changed.Contains(field) ? ours : today;
        var common = current with
        {
            Texts = new Dictionary<string, EntryTexts>(current.Texts)
            {
                [current.Language] = Over(current.Texts[current.Language], before.Texts.Values.Single(), after.Texts.Values.Single()),
            },
            Organisations = Pick("organisations", after.Organisations, current.Organisations),
            Themes = Pick("themes", after.Themes, current.Themes),
            Links = Pick("links", [.. after.Links.Select(link => link with { Language = current.Links.FirstOrDefault(known => known.Url == link.Url)?.Language })], current.Links),
            // Those that are elsewhere on the web are in no form.
            Files = Pick("files", [.. current.Files.Where(file => AttachedFiles.FormOf(file) is null), .. after.Files], current.Files),
        };
        return SubmissionTemplate.Of(kind).Over(common, before, after);
    }

    private static EntryTexts Over(EntryTexts current, EntryTexts before, EntryTexts after) => current with
    {
        Title = after.Title == before.Title ? current.Title : after.Title,
        Summary = after.Summary == before.Summary ? current.Summary : after.Summary,
        Challenge = after.Challenge == before.Challenge ? current.Challenge : after.Challenge,
        Solution = after.Solution == before.Solution ? current.Solution : after.Solution,
        Lessons = after.Lessons == before.Lessons ? current.Lessons : after.Lessons,
        Purpose = after.Purpose == before.Purpose ? current.Purpose : after.Purpose,
        Audience = after.Audience == before.Audience ? current.Audience : after.Audience,
        Programme = after.Programme == before.Programme ? current.Programme : after.Programme,
    };
}
