using PfP.Contracts.Search.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;

namespace PfP.Search.SavedSearches;

internal static class SavedSearchesApi
{
    public static void MapSavedSearches(this IEndpointRouteBuilder app)
    {
        var searches = app.MapGroup("/api/search/saved").WithTags("Saved searches").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        searches.MapGet("/", ListSearches.HandleAsync).WithSummary("The searches that the member follows, the latest first.");
        searches.MapPost("/", SaveSearch.HandleAsync).WithSummary("Follows a search; again, it answers with the one that is there.").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        searches.MapPut("/{id:guid}", RenameSearch.HandleAsync).WithSummary("Gives a search another name.");
        searches.MapDelete("/{id:guid}", DeleteSearch.HandleAsync).WithSummary("Follows a search no longer.");
    }

    /// <summary>What is wrong with the name of a search.</summary>
    public static IReadOnlyList<Breach> Check(string? name) =>
        string.IsNullOrWhiteSpace(name) ? Breach.Require("name", holds: false)
        : PlainText.IsLine(name.Trim(), SavedSearchLimits.LongestName) ? []
        : [new Breach("name", $"It is one line of at most {SavedSearchLimits.LongestName} characters.")];
}
