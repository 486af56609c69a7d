using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Choices;

internal static class ChoicesApi
{
    public static void AddChoices(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SharedKeyOptions>().BindConfiguration(SharedKeyOptions.Section).ValidateDataAnnotations();
        services.AddSingleton<UnsubscribeTokens>();
    }

    public static void MapChoices(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/notifications/preferences").WithTags("preferences").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        own.MapGet("/", ChangePreferences.ReadAsync).WithSummary("Which mails about calls and what they follow the member wants, and when.");
        own.MapPut("/", ChangePreferences.HandleAsync).WithSummary("Replaces them; what waits is sent as chosen.");
        var link = app.MapGroup("/api/notifications/unsubscribe").WithTags("preferences").WithNoStore();
        link.MapPost("/", Unsubscribe.HandleAsync).WithSummary("Stops the mails of the kind that the token names (RFC 8058, List-Unsubscribe=One-Click).");
        link.MapGet("/", Unsubscribe.AskAsync).WithSummary("Leads to the page that asks whether they are to stop, and stops nothing.");
    }
}
