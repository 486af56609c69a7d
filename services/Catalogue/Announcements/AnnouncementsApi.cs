using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Announcements;

internal static class AnnouncementsApi
{
    private const string Tag = "announcements";

    public static void MapAnnouncements(this IEndpointRouteBuilder api)
    {
        var announcements = api.MapGroup("announcements").WithTags(Tag);
        announcements.MapGet("/", ReadAnnouncements.ListAsync).WithSummary("What the secretariat tells, in the language asked for and in English.");
        announcements.MapGet("/{id:guid}", ReadAnnouncements.GetAsync);
    }

    /// <summary>Not among the public answers, which caches may keep.</summary>
    public static void MapAnnouncementEditing(this IEndpointRouteBuilder app)
    {
        var announcements = app.MapGroup("/api/catalogue/announcements").WithTags(Tag).RequireAuthorization(Policies.Moderator).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        announcements.MapGet("/desk", WriteAnnouncements.ListAsync).WithSummary("All of them, also those whose day has not come and those that were withdrawn.");
        announcements.MapGet("/desk/{id:guid}", WriteAnnouncements.GetAsync).WithSummary("One of them; its ETag is what a change needs.");
        announcements.MapPost("/", WriteAnnouncements.AddAsync).WithSummary("Announces something, from its day on.");
        Changes(announcements.MapPut("/{id:guid}", WriteAnnouncements.ChangeAsync)).WithSummary("Says it anew.");
        Changes(announcements.MapPost("/{id:guid}/withdraw", WriteAnnouncements.WithdrawAsync)).WithSummary("Takes it off all pages and feeds.");
    }

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route.ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
