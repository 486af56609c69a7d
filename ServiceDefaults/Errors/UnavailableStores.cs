using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PfP.ServiceDefaults.Errors;

/// <summary>A database that is away for a moment is a 503 that asks to come back, not a 500.</summary>
internal sealed partial class UnavailableStores(IProblemDetailsService problems, ILogger<UnavailableStores> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Transient.IsTransient(exception))
        {
            return false;
        }

        LogUnavailable(httpContext.Request.Path, exception.GetBaseException().Message);
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = "2";
        // A page is left without a word: the gateway has one in the reader's language.
        return httpContext.Request.IsForPeople() || await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = { Status = StatusCodes.Status503ServiceUnavailable } });
    }

    [LoggerMessage(LogLevel.Warning, "{Path} could not be answered, the database is away: {Reason}")]
    private partial void LogUnavailable(string path, string reason);
}

/// <summary>Tells failures that pass by themselves (a server that restarts) from those that do not.</summary>
public static class Transient
{
    public static bool IsTransient(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            // 57P01..57P03: the server is going down or coming up. NpgsqlException without a server answer: the connection broke.
            if (current is PostgresException postgres)
            {
                return postgres.IsTransient || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal) || postgres.SqlState is "3D000";
            }

            if (current is NpgsqlException)
            {
                return true;
            }
        }

        return false;
    }
}
