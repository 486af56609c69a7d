using PfP.Identity.Members.Invitations;
using PfP.Identity.Members.Registrations;
using PfP.Identity.Provider.Claims;

namespace PfP.Identity.Members;

internal static class MembersSetup
{
    public static void AddMembers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<MembersOptions>().BindConfiguration("Members").ValidateDataAnnotations()
            .PostConfigure<IConfiguration>((options, configuration) => options.Issuer = configuration["Issuer"] ?? options.Issuer);
        services.AddScoped<IMemberClaims, MemberClaimsSource>();
        services.AddScoped<Registration>();
        services.AddScoped<ConfirmAddress>();
        services.AddScoped<Inviting>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<Profiles.Profiles>();
        services.AddScoped<Erasure.Erasure>();
    }
}
