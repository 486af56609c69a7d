namespace PfP.Gateway.Sessions;

/// <summary>303: the next request is a GET, whatever this one was, so that no form with a password is ever sent on.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
