using Microsoft.Extensions.Localization;
using PfP.Design.Languages;
using PfP.Portal.Resources;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Portal.Reviews;

/// <summary>The yearly review as a file, in the language of the page that leads to it.</summary>
internal static class ReviewsApi
{
    public static string PagePath(int year) => SiteLanguage.Local($"/desk/yearly-review/{year}");

    public static string FilePath(int year) => $"{PagePath(year)}.csv";

    public static void MapReviews(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/yearly-review/{year:int}.csv", GetAsync).RequireAuthorization(Policies.Moderator).WithNoStore().ExcludeFromDescription();

    private static async Task<IResult> GetAsync(int year, YearReviewReader reader, IStringLocalizer<YearTexts> yearTexts, HttpResponse response, CancellationToken cancellationToken)
    {
        if ((await reader.ReadAsync(year, cancellationToken)).Value is not { } review)
        {
            return TypedResults.NotFound();
        }

        // Nobody would see in a file that something is missing from it.
        if (!review.IsComplete)
        {
            response.Headers.RetryAfter = "30";
            return TypedResults.Problem(yearTexts["File.Incomplete", review.NamesOfMissing(yearTexts)], statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return ReviewFile.Of(review, yearTexts);
    }

    public static string NamesOfMissing(this YearReview review, IStringLocalizer<YearTexts> yearTexts) => string.Join("; ", review.Missing.Select(figure => yearTexts[$"Figure.{figure.Key}"].Value));
}
