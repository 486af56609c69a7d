using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Counts;

internal static class CountsApi
{
    public static void AddCounts(this IServiceCollection services) => services.AddScoped<ReadCounts>();

    /// <summary>Not among the public answers: how often an entry is read is for those who answer for it.</summary>
    public static void MapCounts(this IEndpointRouteBuilder app)
    {
        foreach (var kind in SubmissionTemplate.Kinds)
        {
            var own = Group(app, $"/api/catalogue/own/{EntryAddress.Collection(kind)}", Policies.Member);
            own.MapGet("/{slug}/counts", GetCounts.OwnFor(kind)).WithSummary($"How often an own {kind} was read and its files downloaded.");
            own.MapGet("/{slug}/counts.csv", GetCounts.OwnFileFor(kind)).Produces<string>(StatusCodes.Status200OK, "text/csv").WithSummary("The same by month as a table.");
        }

        var any = Group(app, "/api/catalogue/entries", Policies.Moderator);
        any.MapGet("/{id:guid}/counts", GetCounts.OfAnyAsync).WithSummary("How often an entry was read and its files downloaded.");
        any.MapGet("/{id:guid}/counts.csv", GetCounts.FileOfAnyAsync).Produces<string>(StatusCodes.Status200OK, "text/csv").WithSummary("The same by month as a table.");
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder app, string path, string policy) =>
        app.MapGroup(path).WithTags("counts").RequireAuthorization(policy).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
}
