using Microsoft.AspNetCore.Identity;

namespace PfP.Identity.Accounts.Passkeys;

/// <summary>Passkeys belong to the issuer's host and are used on its origin only, whatever a request's Host header says.</summary>
internal static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<PasskeyCeremonies>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            var issuer = new Uri(configuration["Issuer"] ?? "http://localhost:8080");
            options.ServerDomain = issuer.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == issuer.GetLeftPart(UriPartial.Authority));
        });
    }
}
