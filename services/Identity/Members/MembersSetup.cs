using PfP.Identity.Members.Decisions;
using PfP.Identity.Members.Engagements;
using PfP.Identity.Members.Erasure;
using PfP.Identity.Members.FirstStart;
using PfP.Identity.Members.Introductions;
using PfP.Identity.Members.Invitations;
using PfP.Identity.Members.Profiles;
using PfP.Identity.Members.Registrations;
using PfP.Identity.Provider.Claims;

namespace PfP.Identity.Members;

internal static class MembersSetup
{
    public static void AddMembers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<MembersOptions>().BindConfiguration("Members").ValidateDataAnnotations()
            .Validate<IHostEnvironment>((options, environment) => options.SamplePassword is null || environment.IsDevelopment(), "Members:SamplePassword is for development only.")
            .PostConfigure<IConfiguration>((options, configuration) => options.Issuer = configuration["Issuer"] ?? options.Issuer);
        services.AddHostedService<FirstStartService>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<SampleAccounts>();
        services.AddScoped<IMemberClaims, MemberClaimsSource>();
        services.AddScoped<Registration>();
        services.AddScoped<ConfirmAddress>();
        services.AddScoped<Inviting>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<Decision>();
        services.AddScoped<MemberProfiles>();
        services.AddScoped<MemberErasure>();
        services.AddScoped<AnswerIntroduction>();
        services.AddEngagements();
        services.AddHostedService<StaleIntroductions>();
        services.AddHostedService<EarlierMembers>();
    }
}
