using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>What has arrived in the local inbox.</summary>
internal sealed partial class Inbox(Uri address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The texts of all mails to that address, oldest first.</summary>
    public Task<IReadOnlyList<string>> TextsAsync(string to) => ReadAsync(to, "text");

    /// <summary>The subjects of all mails to that address, oldest first.</summary>
    public Task<IReadOnlyList<string>> SubjectsAsync(string to) => ReadAsync(to, "subject");

    private async Task<IReadOnlyList<string>> ReadAsync(string to, string part)
    {
        using var http = new HttpClient { BaseAddress = address };
        var mails = await http.GetFromJsonAsync<List<JsonElement>>("/api/email");
        return [.. mails!.Where(mail => mail.GetProperty("to")[0].GetProperty("address").GetString() == to).Select(mail => mail.GetProperty(part).GetString()!)];
    }

    /// <summary>The path that the first mail to that address with such a link leads to, once it has arrived.</summary>
    public async Task<string> LinkAsync(string to, string path)
    {
        string? link = null;
        await Eventually.TrueAsync(
            async () => (link = (await TextsAsync(to)).SelectMany(text => Link().Matches(text)).Select(match => match.Groups[1].Value).FirstOrDefault(found => found.StartsWith(path, StringComparison.Ordinal))) is not null,
            $"a mail to {to} with a link to {path}", Patience);
        return link!;
    }

    [GeneratedRegex(@"http://localhost:\d+(/\S*)")]
    private static partial Regex Link();
}
