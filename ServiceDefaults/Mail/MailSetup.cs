using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PfP.ServiceDefaults.Data;
using PfP.ServiceDefaults.Health;
using PfP.ServiceDefaults.Mail;

namespace PfP.ServiceDefaults;

/// <summary>Mail over SMTP (<c>ConnectionStrings__mail</c>: <c>smtp://[user:password@]host:port</c>).</summary>
public static class MailSetup
{
    /// <summary>Adds the table of deliveries to the service's database, and the sender that empties it.</summary>
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder, Action<MailBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        var mail = new MailBuilder(services);
        configure(mail);
        services.AddOptionsWithValidateOnStart<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations();
        services.AddSingleton(mail.Build());
        services.AddSingleton(new MigrationSource("PfP.ServiceDefaults.Mail", typeof(MailSetup).Assembly, "Mail/Migrations/"));
        services.AddSingleton(provider => SmtpServer.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IOptions<MailOptions>>().Value));
        services.AddSingleton(provider => new MailPreviews(provider.GetRequiredService<IOptions<MailOptions>>().Value.Origin));
        services.AddSingleton<SmtpConnections>();
        services.AddSingleton<DomainPace>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<DeliverySignal>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliverySignal>());
        services.AddSingleton<DeliveryAttempt>();
        services.AddSingleton<ResendDelivery>();
        services.AddSingleton<AfterStandstill>();
        services.AddHostedService<DeliverySender>();
        services.AddSingleton<DeliveryMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryMonitor>());
        services.AddHealthChecks().AddCheck<DeliveryMonitor>("mail", tags: [HealthSetup.Ready]);
        return builder;
    }
}
