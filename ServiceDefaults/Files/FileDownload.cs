using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PfP.ServiceDefaults;

/// <summary>Saves to the reader's disk; no browser shows it, or runs anything in it, in the name of this site.</summary>
/// <param name="sha256">Of the content, where it is known: whoever has it already is not sent it again.</param>
public sealed class FileDownload(string name, string mediaType, byte[] content, byte[]? sha256 = null) : IResult
{
    public const string ContentSecurityPolicy = "default-src 'none'; sandbox";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var headers = httpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(content, mediaType, entityTag: sha256 is null ? null : new($"\"{Convert.ToHexStringLower(sha256)}\"")).ExecuteAsync(httpContext);
    }
}
