using System.Globalization;
using System.Net.Http.Json;
using PfP.Chaos.Review;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Chaos.Checks;

/// <summary>A practice as readers get it, beside what its owner sent in.</summary>
internal sealed class PublishedPractice(Uri catalogue, Members members, SearchedState searched) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = catalogue, Timeout = TimeSpan.FromSeconds(10) };

    /// <returns>The fields that differ.</returns>
    public async Task<IReadOnlyList<string>> DifferencesAsync(string slug, GeneratedSubmission sent, CancellationToken cancellationToken)
    {
        var shown = await AskAsync<EntryResponse>($"/api/catalogue/practices/{slug}", cancellationToken);
        var contacts = await AskAsync<List<ContactResponse>>($"/api/catalogue/practices/{slug}/contacts", cancellationToken);
        return [.. Pairs(shown, contacts, sent.Final).Where(pair => !Equals(pair.Shown, pair.Sent)).Select(pair => pair.Field)];
    }

    public async Task<int> TimesFoundAsync(string word, Guid entry, CancellationToken cancellationToken) => (await searched.FindAsync(word, entry, cancellationToken)).Count;

    public void Dispose() => http.Dispose();

    private static IEnumerable<(string Field, string? Shown, string? Sent)> Pairs(EntryResponse shown, List<ContactResponse> contacts, SubmissionForm sent) =>
    [
        ("title", shown.Title, sent.Title),
        ("summary", shown.Summary, sent.Summary),
        ("challenge", shown.Practice?.Challenge, sent.Challenge),
        ("solution", shown.Practice?.Solution, sent.Solution),
        ("type", shown.Practice?.Type, sent.Type),
        ("status", shown.Practice?.Status, sent.Status),
        ("startYear", shown.Practice?.StartYear?.ToString(CultureInfo.InvariantCulture), sent.StartYear),
        ("countries", List(shown.Countries.Select(country => $"{country.Code} {country.Role}")), List(sent.Countries.Select(country => $"{country.Code} {country.Role}"))),
        ("organisations", List(shown.Organisations.Select(named => $"{named.Name} {named.Role}")), List(sent.Organisations.Select(named => $"{named.Name} {named.Role}"))),
        ("themes", List(shown.Themes.Select(theme => theme.Value)), List(sent.Themes)),
        ("links", List(shown.Links.Select(link => $"{link.Url} {link.Label}")), List(sent.Links.Select(link => $"{link.Url} {link.Label}"))),
        ("contact", List(contacts.Select(contact => $"{contact.Name} {contact.Email}")), $"{sent.Contact?.Name} {sent.Contact?.Email}"),
    ];

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Order(StringComparer.Ordinal));

    private async Task<T> AskAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", members.Moderator());
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(cancellationToken))!;
    }
}
