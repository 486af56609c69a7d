using PfP.Contracts.Calls;

namespace PfP.Calls.Calls;

/// <summary>
/// A call for action. Its columns repeat what lists filter and sort by; every change counts <see cref="Version"/> up by one.
/// Whether it is open follows from its dates and the clock, see <see cref="CallStatuses"/>.
/// </summary>
internal sealed class Call
{
    private Call()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Made at publication, never changed and never given to another call.</summary>
    public string? Slug { get; private set; }

    public string State { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Of a record that came with the archive.</summary>
    public string? ArchiveKey { get; private init; }

    public string Title { get; private set; } = "";

    public CallContent Content { get; private set; } = new();

    public string? Type { get; private set; }

    public DateTimeOffset? OpensAt { get; private set; }

    public DateTimeOffset? ClosesAt { get; private set; }

    public bool IsExtended { get; private set; }

    public string[] Countries { get; private set; } = [];

    public string[] CountriesWanted { get; private set; } = [];

    /// <summary>M49 codes of all regions of those countries.</summary>
    public string[] Regions { get; private set; } = [];

    public string[] Themes { get; private set; } = [];

    public string[] Organisations { get; private set; } = [];

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>A record from before this platform.</summary>
    /// <param name="isFormal">One that had a deadline; the others are kept as archived and neither open nor close.</param>
    public static Call Record(string archiveKey, string slug, CallContent content, bool isFormal, DateTimeOffset at)
    {
        var call = new Call { Id = Guid.CreateVersion7(), ArchiveKey = archiveKey, Slug = slug, State = isFormal ? CallStates.Published : CallStates.Archived };
        call.Say(content, at);
        return call;
    }

    public string? StatusAt(DateTimeOffset now) => CallStatuses.At(now, State, OpensAt, ClosesAt);

    public bool IsTakingRepliesAt(DateTimeOffset now) => StatusAt(now) is CallStatuses.Open or CallStatuses.ClosingSoon;

    private void Say(CallContent content, DateTimeOffset at)
    {
        Content = content;
        Title = content.Texts[content.Language].Title;
        Type = content.Type;
        (OpensAt, ClosesAt) = (content.Opens?.Instant(), content.Deadline?.Instant());
        Countries = [.. content.Countries];
        CountriesWanted = [.. content.CountriesWanted];
        Regions = [.. content.Countries.Concat(content.CountriesWanted).SelectMany(code => IsoCountries.Find(code)?.Regions ?? []).Distinct()];
        Themes = [.. content.Themes.Select(theme => theme.Value)];
        Organisations = [.. content.Organisations.Concat(content.Partners).Select(organisation => organisation.Slug).Distinct()];
        RecordedAt = at;
        Version++;
    }
}
