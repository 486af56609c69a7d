using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Groups;

internal static class GroupsApi
{
    private const string Tag = "working groups";

    public static void AddGroups(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<GroupTurn>();
    }

    public static void MapGroups(this IEndpointRouteBuilder api)
    {
        var groups = api.MapGroup("working-groups").WithTags(Tag);
        groups.MapGet("/", ReadGroups.ListAsync).WithSummary("The working groups, those at work first.");
        groups.MapGet("/{slug}", ReadGroups.GetAsync).WithSummary("What everybody reads of one.");
        groups.MapGet("/{slug}/documents/{id:guid}/{name}", GroupDocuments.PublicAsync).WithSummary("A document for everybody, to be saved.");
    }

    /// <summary>Not among the public answers, which caches may keep.</summary>
    public static void MapGroupEditing(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/api/catalogue/working-groups").WithTags(Tag).RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        members.MapGet("/{slug}/members", ReadGroups.MembersPartAsync).WithSummary("What of it is for members only.");
        members.MapGet("/{slug}/members/documents/{id:guid}/{name}", GroupDocuments.ForMembersAsync).WithSummary("A document for members, to be saved.");
        members.MapGet("/{slug}/draft", ChangeGroup.GetAsync).WithSummary("All of it, for its co-chairs and the secretariat; its ETag is what a change needs.");
        Changes(members.MapPut("/{slug}/mandate", ChangeGroup.WriteMandateAsync)).WithSummary("Writes what the group is to do.");
        Changes(members.MapPut("/{slug}/years/{year:int}", ChangeGroup.WriteYearAsync)).WithSummary("Writes plan and results of a year, each for everybody or for members.");
        members.MapPost("/{slug}/documents", WriteDocuments.AddAsync).Accepts<byte[]>("application/octet-stream").WithSummary("Takes a document, at most 5 MB, which is shown once it is named.");
        Changes(members.MapPut("/{slug}/documents", WriteDocuments.NameAsync)).WithSummary("Says which documents are shown, and to whom.");
        var secretariat = members.MapGroup("").RequireAuthorization(Policies.Moderator);
        secretariat.MapPost("/", AddGroup.HandleAsync).WithSummary("Adds a working group.");
        Changes(secretariat.MapPut("/{slug}", ChangeGroup.DescribeAsync)).WithSummary("Says anew how it is called, when it works and who chairs it.");
    }

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
