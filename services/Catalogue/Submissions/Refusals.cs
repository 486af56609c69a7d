using Microsoft.AspNetCore.Http.HttpResults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>Why something is not done.</summary>
internal static class Refusals
{
    public static ValidationProblem Invalid(IEnumerable<Breach> breaches) => Breach.Answer(breaches);

    public static ProblemHttpResult NotNow(Submission submission) =>
        TypedResults.Problem($"The submission is {submission.State.Replace('_', ' ')}.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NotPublicAnyMore() =>
        TypedResults.Problem("The entry is not public any more.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NotConfirmed() =>
        TypedResults.Problem("Whoever it was entered for has not confirmed the text as it stands.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NotForAnybody() =>
        TypedResults.Problem("You act for no country or organisation yet; the secretariat can say for which.", statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult NotTheirs() =>
        TypedResults.Problem("That is for the other side: the owner writes, the secretariat decides.", statusCode: StatusCodes.Status403Forbidden);
}
