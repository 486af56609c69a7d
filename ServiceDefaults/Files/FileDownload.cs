using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PfP.ServiceDefaults;

/// <summary>Saves to the reader's disk; no browser shows it, or runs anything in it, in the name of this site.</summary>
public sealed class FileDownload(string name, string mediaType, byte[] content) : IResult
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
        return Results.Bytes(content, mediaType).ExecuteAsync(httpContext);
    }
}
