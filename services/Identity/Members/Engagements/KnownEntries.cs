using System.Net;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity;

namespace PfP.Identity.Members.Engagements;

/// <summary>An entry as the catalogue shows it, and whose it is.</summary>
/// <param name="Owner">Null where the secretariat answers for it.</param>
/// <param name="OpenTo">Of <see cref="EngagementKinds"/>.</param>
internal sealed record KnownEntry(Guid Id, string Kind, string Slug, string Title, string Language, string? Owner, IReadOnlyList<string> OpenTo);

/// <summary>Asks the catalogue about an entry: whose it is, no browser says.</summary>
internal sealed class KnownEntries(IHttpClientFactory clients, TimeProvider clock)
{
    private const string Catalogue = "catalogue";
    private static readonly string[] Kinds = [EntryKinds.Practice, EntryKinds.Tool, EntryKinds.Session];

    /// <summary>Null for what nobody may engage with: what is not public, and a session that is long over. Throws while the catalogue does not answer.</summary>
    public async Task<KnownEntry?> FindAsync(string? kind, string? slug, CancellationToken cancellationToken)
    {
        if (!Kinds.Contains(kind) || slug is not { Length: > 0 and <= 200 } || slug.Any(letter => !(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
        {
            return null;
        }

        using var client = clients.CreateClient(Catalogue);
        using var response = await client.GetAsync(new Uri($"api/catalogue/{kind}s/{slug}", UriKind.Relative), cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<EntryResponse>(cancellationToken) is { State: "published" or "archived" } entry && OpenTo(entry) is { Count: > 0 } kinds
            ? new(entry.Id, entry.Kind, entry.Slug, entry.Title, entry.Language, entry.Owner, kinds)
            : null;
    }

    private IReadOnlyList<string> OpenTo(EntryResponse entry) =>
        EngagementKinds.OpenTo(entry.Kind, entry.Session?.EndDate ?? entry.Session?.StartDate, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
