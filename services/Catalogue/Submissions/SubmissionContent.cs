using PfP.Catalogue.Chains;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What a form says, as the content of an entry of that kind, and what it lacks for that.</summary>
internal sealed class SubmissionContent(string kind, SubmissionForm form)
{
    /// <summary>Entries are looked at again after two years.</summary>
    private const int MonthsToReview = 24;

    private readonly SubmissionTemplate template = SubmissionTemplate.Of(kind);

    public IEnumerable<string> OrganisationNames => Organisations.Select(organisation => organisation.Name!.Trim()).Concat(template.OrganisationNames(form));

    public IReadOnlyList<Contact> Contacts =>
        form.Contact is { } contact && (Typed.Given(contact.Name) ?? Typed.Given(contact.Email)) is not null ? [new(Typed.Given(contact.Name) ?? "", Typed.Given(contact.Email) ?? "", null)] : [];

    /// <summary>What changed, for the list of versions.</summary>
    public string? Note => Typed.Given(form.Note);

    private IEnumerable<SubmissionOrganisation> Organisations => form.Organisations.Where(organisation => Typed.Given(organisation.Name) is not null);

    /// <summary>What keeps it from being sent in. What a published entry lacks may stay so: archival records have their gaps.</summary>
    public static IReadOnlyList<Breach> WrongIn(Submission submission) => submission.Kind == SubmissionKinds.Lesson
        ? LessonContent.Wrong(submission.Form)
        : [.. new SubmissionContent(submission.Kind, submission.Form).Wrong().Except(submission.Base is { } published ? new SubmissionContent(submission.Kind, published).Wrong() : [])];

    private IReadOnlyList<Breach> Wrong() =>
    [
        .. EntryRules.Check(kind, Untranslated, archival: false),
        .. template.Wrong(form),
        .. Translations.Wrong(form),
        .. SubmittedVideo.Wrong(form),
        .. Breach.Require("comesFrom", Typed.Given(form.ComesFrom) is null || ChainEnds.KeyOf(form.ComesFrom) is not null, "It is the address of a page of the platform."),
        .. Organisations.Any(organisation => !SubmissionOrganisation.Roles.Contains(organisation.Role)) ? [new Breach("organisations", "Say what part each organisation has.")] : Array.Empty<Breach>(),
        .. Breach.Require(FileUpload.Field, form.Files.AreSaid(), "Say what each image shows."),
        .. !template.IsOfMembers ? [] : Contacts.Count == 0 ? [new Breach("contact", "Name an office that members may ask.")] : ContactRules.Check(Contacts),
    ];

    /// <summary>Without its translations, which have rules of their own.</summary>
    private EntryContent Untranslated => new SubmissionContent(kind, form with { Translations = [] }).Build(name => name);

    /// <summary>The content as it was, with a new date of verification where somebody answers for it.</summary>
    public static EntryContent Verified(string kind, EntryContent content, DateTimeOffset at)
    {
        if (!SubmissionTemplate.Of(kind).IsOfMembers)
        {
            return content;
        }

        var today = DateOnly.FromDateTime(at.UtcDateTime);
        return content with { LastVerified = today, NextReview = today.AddMonths(MonthsToReview) };
    }

    /// <param name="organisation">Gives the slug of an organisation that is named.</param>
    public EntryContent Build(Func<string, string> organisation) => template.Fill(
        new()
        {
            Language = form.Original().Language!,
            Texts = template.TextsOf(form),
            Organisations = [.. Organisations.Select(named => new NamedOrganisation(organisation(named.Name!.Trim()), named.Role ?? "")).DistinctBy(named => named.Slug)],
            Themes = [.. form.Themes.Distinct().Select(theme => new Assigned(theme, Suggested: false))],
            Links = [.. form.Links.Where(link => Typed.Given(link.Url) is not null).Select(link => new Link(link.Url!.Trim(), Typed.Given(link.Label), null))],
            Video = SubmittedVideo.Of(form),
            Files = [.. form.Files.Select(AttachedFiles.Link)],
            // Whoever sends it in agrees to that.
            PermissionToPublish = true,
        },
        form,
        organisation);
}
