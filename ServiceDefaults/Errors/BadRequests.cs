using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PfP.ServiceDefaults.Errors;

/// <summary>Turns a request that cannot be bound into a 400 that names the parameter or the place in the JSON.</summary>
internal sealed partial class BadRequests(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        httpContext.Response.StatusCode = bad.StatusCode;
        var (name, message) = Explain(bad);
        var details = new HttpValidationProblemDetails
        {
            Status = bad.StatusCode,
            Title = bad.StatusCode == StatusCodes.Status400BadRequest ? "The request is not valid." : null,
            Detail = message,
        };
        if (name is not null)
        {
            details.Errors[name] = [message];
        }

        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = details, Exception = exception });
    }

    private static (string? Name, string Message) Explain(BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json)
        {
            var path = string.IsNullOrEmpty(json.Path) ? "$" : json.Path;
            return (path, $"The JSON is not valid at {path}.");
        }

        // The framework writes: Failed to bind parameter "int page" from "abc". / Required parameter "int page" was not provided from query string.
        var name = ParameterName().Match(exception.Message) is { Success: true } match ? JsonNamingPolicy.CamelCase.ConvertName(match.Groups[1].Value) : null;
        return name switch
        {
            null => (null, exception.Message),
            _ when exception.Message.StartsWith("Required", StringComparison.Ordinal) => (name, $"{name} is required."),
            _ => (name, $"{name} has a value that cannot be read."),
        };
    }

    [GeneratedRegex("""[Pp]arameter "(?:[^"]* )?([^" ]+)" """)]
    private static partial Regex ParameterName();
}
