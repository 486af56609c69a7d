using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Mail;

namespace PfP.ServiceDefaults;

/// <summary>The occasions on which a service sends mail.</summary>
public sealed class MailBuilder
{
    private readonly IServiceCollection services;
    private readonly Dictionary<string, Type> occasions = [];

    internal MailBuilder(IServiceCollection services) => this.services = services;

    public MailBuilder Occasion<TOccasion>()
        where TOccasion : class, IMailOccasion
    {
        services.AddScoped<TOccasion>();
        occasions.Add(MailOccasions.NameOf(typeof(TOccasion)), typeof(TOccasion));
        return this;
    }

    internal MailOccasions Build() => new(occasions);
}
