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
            Video = SubmittedVideo.FormOf(content.Video),
            Files = [.. content.Files.Select(AttachedFiles.FormOf).OfType<SubmissionFile>()],
            Note = "",
            Translations = Translations.Of(template, content),
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
            Texts = TextsOver(current, before, after),
            Organisations = Pick("organisations", after.Organisations, current.Organisations),
            Themes = Pick("themes", after.Themes, current.Themes),
            Links = Pick("links", [.. after.Links.Select(link => link with { Language = current.Links.FirstOrDefault(known => known.Url == link.Url)?.Language })], current.Links),
            Video = Pick(SubmittedVideo.Field, after.Video, current.Video),
            // Those that are elsewhere on the web are in no form.
            Files = Pick("files", [.. current.Files.Where(file => AttachedFiles.FormOf(file) is null), .. after.Files], current.Files),
        };
        return SubmissionTemplate.Of(kind).Over(common, before, after);
    }

    // By language: what is added is there, what is left out goes, and of the rest each text is today's where it was left alone.
    private static Dictionary<string, EntryTexts> TextsOver(EntryContent current, EntryContent before, EntryContent after)
    {
        var texts = new Dictionary<string, EntryTexts>(current.Texts)
        {
            [current.Language] = Over(current.Texts[current.Language], before.Texts[before.Language], after.Texts[after.Language]),
        };
        foreach (var language in before.Texts.Keys.Except(after.Texts.Keys.Append(current.Language)))
        {
            texts.Remove(language);
        }

        foreach (var (language, written) in after.Texts.Where(written => written.Key != current.Language && written.Key != after.Language))
        {
            var earlier = before.Texts.GetValueOrDefault(language);
            if (texts.GetValueOrDefault(language) is { } today && earlier is not null)
            {
                texts[language] = Over(today, earlier, written) with { Origin = written.Origin == earlier.Origin ? today.Origin : written.Origin };
            }
            else if (written != earlier)
            {
                texts[language] = written;
            }
        }

        return texts;
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
        Text = after.Text == before.Text ? current.Text : after.Text,
    };
}
