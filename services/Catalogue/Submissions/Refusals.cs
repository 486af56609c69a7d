using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.Catalogue.Submissions;

/// <summary>Why something is not done.</summary>
internal static class Refusals
{
    public static ProblemHttpResult NotNow(Submission submission) =>
        TypedResults.Problem($"The submission is {submission.State.Replace('_', ' ')}.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NotPublicAnyMore() =>
        TypedResults.Problem("The entry is not public any more.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NotTrusted() =>
        TypedResults.Problem("Your contributions are reviewed before they are published: send it in.", statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult NotConfirmed() =>
        TypedResults.Problem("Whoever it was entered for has not confirmed the text as it stands.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NobodyReviews() =>
        TypedResults.Problem("The secretariat publishes its own without sending it in.", statusCode: StatusCodes.Status409Conflict);
}
