using System.Net;

namespace PfP.Catalogue.Links;

/// <summary>Asks a web server whether it knows an address, and reads no more than the head of its answer.</summary>
internal sealed class LinkProbe(IHttpClientFactory http, PublicNetwork network)
{
    public const string HttpClient = "link check";

    public async Task<LinkAnswer> AskAsync(string url, CancellationToken cancellationToken)
    {
        var address = new Uri(url);
        if (!network.Visits(address.Port))
        {
            return LinkAnswer.NotAsked;
        }

        try
        {
            // Not HEAD, which too many servers answer wrongly.
            using var response = await http.CreateClient(HttpClient).GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkAnswer.Gone,
                >= HttpStatusCode.InternalServerError => LinkAnswer.Failing,
                _ => LinkAnswer.Answered,
            };
        }
        // Too slow, no such name, no TLS, a redirect to what is no web address: whatever strangers answer, the next link is visited.
        catch (Exception exception) when (exception is HttpRequestException or UriFormatException or NotSupportedException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return LinkAnswer.Unreachable;
        }
    }
}
