namespace PfP.Catalogue.Countries;

/// <summary>A published Migration Profile of a country: where it is to be found, which may be a file of ours.</summary>
internal sealed class MigrationProfile
{
    public Guid Id { get; private init; }

    public string Country { get; private init; } = "";

    public int Year { get; private init; }

    public string Language { get; private init; } = "";

    public string Url { get; private set; } = "";

    /// <summary>The file of ours that <see cref="Url"/> leads to, if it does: held on to for as long.</summary>
    public Guid? FileId { get; private set; }

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
        (Url, FileId, Title, WithdrawnAt, WithdrawalReason) = (url, ProfileFile.At(url)?.Id, title, null, null);
        Version++;
    }

    public void Withdraw(string reason, DateTimeOffset at)
    {
        (FileId, WithdrawnAt, WithdrawalReason) = (null, at, reason);
        Version++;
    }
}
