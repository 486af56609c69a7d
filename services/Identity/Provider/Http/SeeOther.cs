namespace PfP.Identity.Provider.Http;

/// <summary>Leads on with GET, whatever the request was: no form with a password or a token is ever sent on.</summary>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
