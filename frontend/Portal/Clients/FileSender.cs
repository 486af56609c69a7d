using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Clients;

/// <summary>Sends a file to where a service takes files.</summary>
internal static class FileSender
{
    /// <param name="key">With which the form that names it will be sent, where nothing else says whose it is.</param>
    public static async Task<(Outcome Outcome, SubmissionFile? File)> SendFileAsync(
        this HttpClient http, string path, string name, byte[] content, ILogger logger, CancellationToken cancellationToken, string? key = null)
    {
        SubmissionFile? file = null;
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new("application/octet-stream") } };
        var outcome = await http.WriteAsync(
            HttpMethod.Post, $"{path}?name={Uri.EscapeDataString(name)}", body, logger, cancellationToken, key: key,
            read: async (answer, aborted) => file = await answer.ReadFromJsonAsync<SubmissionFile>(aborted));
        return (outcome, file);
    }
}
