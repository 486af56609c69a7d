using Microsoft.AspNetCore.Http;

namespace PfP.ServiceDefaults;

/// <summary>303: the next request is a GET, whatever this one was, so that no form with a password or a token is ever sent on.</summary>
public sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
