using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Countries;

internal static class ProfilesApi
{
    private const string Tag = "profiles";

    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddSingleton<ForgetProfileFiles>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetProfileFiles>());
    }

    public static void MapProfiles(this IEndpointRouteBuilder api)
    {
        var profiles = api.MapGroup("profiles").WithTags(Tag);
        profiles.MapGet("/", ListProfiles.HandleAsync).WithSummary("The Migration Profiles of all countries or of some, by country in the order of the language, newest first.");
        profiles.MapGet("/files/{id:guid}/{name}", GetProfileFile.HandleAsync).WithSummary("The document of a Migration Profile, to be saved.");
    }

    /// <summary>Not among the public answers, which caches may keep: whoever changes one needs its version as it is.</summary>
    public static void MapProfileEditing(this IEndpointRouteBuilder app)
    {
        var profiles = app.MapGroup("/api/catalogue/profiles").WithTags(Tag).RequireAuthorization(Policies.FocalPoint).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        profiles.MapPost("/", AddProfile.HandleAsync).WithSummary("Adds one, of the focal point's own country, or for the secretariat of any.");
        profiles.MapPost("/files/{country}", AddProfileFile.HandleAsync).Accepts<byte[]>("application/octet-stream")
            .WithSummary("Takes a document for that country's profiles; one that names it makes it public, and without one it is deleted after a day.");
        profiles.MapGet("/{id:guid}", ChangeProfile.GetAsync).WithSummary("One that the reader may change; its ETag is what a change needs.");
        Changes(profiles.MapPut("/{id:guid}", ChangeProfile.ChangeAsync)).WithSummary("Says anew where its document is, and what that is called.");
        Changes(profiles.MapPost("/{id:guid}/withdraw", ChangeProfile.WithdrawAsync)).WithSummary("Takes it off its country's list.");
    }

    public static MigrationProfileItem Item(this MigrationProfile profile, string language = "en") => new(
        profile.Id, profile.Country, IsoCountries.Find(profile.Country)!.Name.In(language), profile.Year, profile.Language, profile.Url, profile.Title, profile.Version);

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
