using System.Net.Mime;
using Microsoft.AspNetCore.Http;

namespace PfP.ServiceDefaults;

public static class ForPeople
{
    /// <summary>Whether whoever asks reads a page, and not an answer of the API.</summary>
    public static bool IsForPeople(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return !request.Path.StartsWithSegments("/api")
            && request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);
    }
}
