using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Mail;

namespace PfP.ServiceDefaults;

/// <summary>The occasions on which a service sends mail.</summary>
public sealed class MailBuilder
{
    private readonly IServiceCollection services;
    private readonly Dictionary<string, Type> occasions = [];
    private readonly HashSet<string> askedFor = [];

    internal MailBuilder(IServiceCollection services) => this.services = services;

    public MailBuilder Occasion<TOccasion>()
        where TOccasion : class, IMailOccasion
    {
        services.AddScoped<TOccasion>();
        occasions.Add(MailOccasions.NameOf(typeof(TOccasion)), typeof(TOccasion));
        return this;
    }

    /// <summary>
    /// One for which somebody has just asked who waits for it: a link to confirm, to reset. It is tried even where the address is paused, since
    /// a mailbox that was closed for a while would else never be heard of again, and few such mails are sent.
    /// </summary>
    public MailBuilder AskedFor<TOccasion>()
        where TOccasion : class, IMailOccasion
    {
        askedFor.Add(MailOccasions.NameOf(typeof(TOccasion)));
        return Occasion<TOccasion>();
    }

    internal MailOccasions Build() => new(occasions, askedFor);
}
