using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Previews;

internal static class PreviewsApi
{
    public static void AddPreviews(this IServiceCollection services) => services.AddScoped<ExampleMails>();

    public static void MapPreviews(this IEndpointRouteBuilder app) => app.MapGroup("/api/notifications/call-mails").WithTags("previews").RequireAuthorization(Policies.Moderator).WithNoStore()
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .MapPost("/", PreviewCallMails.HandleAsync)
        .WithSummary("Every mail that this service sends about such a call over its life: when, to whom and how many, and what it says. Nothing is kept or sent.");
}
