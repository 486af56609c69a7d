using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.ServiceDefaults;

/// <summary>
/// The header If-Match of an edit, as a parameter of its handler: the version that the editor had before them, as the answer's ETag gave
/// it (<c>"3"</c>). Without it the edit is refused with 428, because it might overwrite what somebody else has written meanwhile.
/// </summary>
public readonly record struct IfMatch(int Version)
{
    internal const string Changed = "It was changed since you read it. Read it again and decide about both.";

    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Headers.IfMatch switch
        {
            [] => throw new BadHttpRequestException("If-Match is required: send the ETag of what you edit.", StatusCodes.Status428PreconditionRequired),
            [['"', .. var version, '"']] when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new(new IfMatch(number)),
            _ => throw new BadHttpRequestException("If-Match must be one ETag as it was received."),
        };
    }

    /// <summary>The ETag of a version, for the answer.</summary>
    public static string TagOf(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The answer to an edit whose version is not the current one any more.</summary>
    public static ProblemHttpResult Outdated(int current) => TypedResults.Problem(
        Changed,
        statusCode: StatusCodes.Status412PreconditionFailed,
        extensions: new Dictionary<string, object?> { ["currentVersion"] = current });
}
