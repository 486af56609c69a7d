using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.Calls.Submissions;

/// <summary>Why something is not done.</summary>
internal static class Refusals
{
    /// <param name="is">Its status or state.</param>
    public static ProblemHttpResult NotNow(string @is) =>
        TypedResults.Problem($"The call is {@is.Replace('_', ' ').Replace('-', ' ')}.", statusCode: StatusCodes.Status409Conflict);
}
