using PfP.Catalogue.Organisations;
using PfP.Catalogue.Summits;
using PfP.ServiceDefaults.Authentication;
using PfP.Vocabularies;

namespace PfP.Catalogue.Entries;

/// <summary>
/// A practice, policy tool, session or recommendation. The row holds what lists filter, sort and show; the whole content is in its revisions.
/// Every publication, archiving and withdrawal counts <see cref="Version"/> up by one and leaves a revision.
/// </summary>
internal sealed class Entry
{
    private Entry()
    {
    }

    public Guid Id { get; private init; }

    public string Kind { get; private init; } = "";

    /// <summary>Made at the first publication; never changed and never given to another entry, not even after a withdrawal.</summary>
    public string? Slug { get; private set; }

    public EntryState State { get; private set; }

    public int Version { get; private set; }

    public bool Archival { get; private init; }

    public string? OwnerCountry { get; private set; }

    public string? OwnerOrganisation { get; private set; }

    public string Language { get; private set; } = "en";

    public string Title { get; private set; } = "";

    public IReadOnlyDictionary<string, ListedText> Texts { get; private set; } = new Dictionary<string, ListedText>();

    public string[] Countries { get; private set; } = [];

    /// <summary>M49 codes of the regions that are stated and of those above them, and of all regions of the countries.</summary>
    public string[] Regions { get; private set; } = [];

    public string[] Themes { get; private set; } = [];

    public string[] SuggestedThemes { get; private set; } = [];

    public string[] GcmObjectives { get; private set; } = [];

    public string[] SdgTargets { get; private set; } = [];

    public string[] Organisations { get; private set; } = [];

    public string[] OrganisationTypes { get; private set; } = [];

    public int[] Summits { get; private set; } = [];

    public string[] WorkingGroups { get; private set; } = [];

    public string? Type { get; private set; }

    public string? Status { get; private set; }

    public int? Year { get; private set; }

    public DateOnly? DateAdded { get; private set; }

    /// <summary>Sort key of "newest": the day of a session, else the day it was added, else the year of its newest summit. The time of an import never counts.</summary>
    public DateOnly? Newest { get; private set; }

    /// <summary>Of a session.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Of a session: its last day, which may be its first. Up to then it is still to come.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>When it was published after review; null for archival records.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public Guid? MergedInto { get; private set; }

    public List<EntryReference> References { get; private init; } = [];

    /// <summary>Whose it is, as members act for it; null where nobody answers for it.</summary>
    public string? Owner =>
        OwnerCountry is { } country ? EntityKeys.OfCountry(country) : OwnerOrganisation is { } organisation ? EntityKeys.OfOrganisation(organisation) : null;

    public bool IsPublic => State is EntryState.Published or EntryState.Archived;

    public static Entry Create(string kind, bool archival) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, Archival = archival, State = EntryState.Draft };

    public void BelongTo(string? country, string? organisation) => (OwnerCountry, OwnerOrganisation) = (country, organisation);

    /// <param name="slug">Taken at the first publication only.</param>
    public EntryRevision Publish(EntryContent content, string slug, Registers registers, DateTimeOffset at, string? note)
    {
        Slug ??= slug;
        State = EntryState.Published;
        WithdrawnAt = null;
        WithdrawalReason = null;
        PublishedAt ??= Archival ? null : at;
        Show(content);
        Classify(content, registers);
        EntryReference.Replace(this, content);
        return Revise(content, at, note);
    }

    public EntryRevision Archive(EntryContent content, DateTimeOffset at, string? note)
    {
        State = EntryState.Archived;
        return Revise(content, at, note);
    }

    public EntryRevision Withdraw(EntryContent content, string reason, DateTimeOffset at)
    {
        State = EntryState.Withdrawn;
        WithdrawnAt = at;
        WithdrawalReason = reason;
        return Revise(content, at, reason);
    }

    public EntryRevision MergeInto(Entry target, EntryContent content, string reason, DateTimeOffset at)
    {
        var revision = Withdraw(content, reason, at);
        State = EntryState.Merged;
        MergedInto = target.Id;
        return revision;
    }

    private void Show(EntryContent content)
    {
        Language = content.Language;
        Title = content.Texts[content.Language].Title;
        Texts = content.Texts.ToDictionary(text => text.Key, text => new ListedText(text.Value.Title, text.Value.Abstract));
        DateAdded = content.DateAdded;
        Type = content.Type;
        Status = content.Practice?.Status;
        StartsOn = content.Session?.StartDate;
        EndsOn = content.Session?.EndDate ?? content.Session?.StartDate;
    }

    private void Classify(EntryContent content, Registers registers)
    {
        var organisations = registers.Of(content.Organisations).ToList();
        var newestSummit = registers.Of(content.Summits).Select(summit => (int?)summit.Year).Max();
        Countries = [.. content.Countries.Select(country => country.Code).Distinct()];
        Regions = [.. content.Regions.SelectMany(Vocabulary.WithRegionsAbove).Concat(Countries.SelectMany(code => IsoCountries.Find(code)?.Regions ?? [])).Distinct()];
        Themes = [.. content.Themes.Select(theme => theme.Value)];
        SuggestedThemes = [.. content.Themes.Where(theme => theme.Suggested).Select(theme => theme.Value)];
        GcmObjectives = [.. content.GcmObjectives.Select(objective => objective.Value)];
        SdgTargets = [.. content.SdgTargets.Select(target => target.Value)];
        Organisations = [.. organisations.Select(organisation => organisation.Slug).Distinct()];
        OrganisationTypes = [.. organisations.Select(organisation => organisation.Type).OfType<string>().Distinct()];
        Summits = [.. content.Summits];
        WorkingGroups = [.. content.WorkingGroups];
        Year = content.StartYear ?? newestSummit ?? content.DateAdded?.Year;
        Newest = content.Session?.StartDate ?? content.DateAdded ?? (newestSummit is { } year ? new DateOnly(year, 1, 1) : null);
    }

    private EntryRevision Revise(EntryContent content, DateTimeOffset at, string? note)
    {
        Version++;
        RecordedAt = at;
        return new EntryRevision(Id, Version, State, content, at, note);
    }
}

/// <summary>What a list shows of an entry in one language.</summary>
internal sealed record ListedText(string Title, string? Summary);

/// <summary>The organisations and summits that contents name, looked up beforehand.</summary>
internal sealed record Registers(IReadOnlyDictionary<string, Organisation> Organisations, IReadOnlyDictionary<int, Summit> Summits)
{
    public IEnumerable<Organisation> Of(IEnumerable<NamedOrganisation> named) => named.Select(organisation => Organisations[organisation.Slug]);

    public IEnumerable<Summit> Of(IEnumerable<int> numbers) => numbers.Select(number => Summits[number]);
}
