namespace PfP.Catalogue.Countries;

/// <summary>A published Migration Profile of a country: where it is to be found, not the document itself.</summary>
internal sealed class MigrationProfile
{
    public Guid Id { get; private init; }

    public string Country { get; private init; } = "";

    public int Year { get; private init; }

    public string Language { get; private init; } = "";

    public string Url { get; private set; } = "";

    public string? Title { get; private set; }

    public int Version { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public string Slug => $"{Country.ToLowerInvariant()}-{Year}-{Language}";

    public static MigrationProfile Create(string country, int year, string language) =>
        new() { Id = Guid.CreateVersion7(), Country = country, Year = year, Language = language };

    /// <summary>Whether it is public with just this.</summary>
    public bool Says(string url, string? title) => Version > 0 && WithdrawnAt is null && Url == url && Title == title;

    public void Publish(string url, string? title)
    {
        (Url, Title, WithdrawnAt, WithdrawalReason) = (url, title, null, null);
        Version++;
    }

    public void Withdraw(string reason, DateTimeOffset at)
    {
        (WithdrawnAt, WithdrawalReason) = (at, reason);
        Version++;
    }
}
