using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;
using PfP.ServiceDefaults.Health;
using PfP.ServiceDefaults.Messaging;

namespace PfP.ServiceDefaults;

/// <summary>Integration events over RabbitMQ (<c>ConnectionStrings__messaging</c>).</summary>
public static class MessagingSetup
{
    private static readonly TimeSpan HandlerStopsWithin = TimeSpan.FromSeconds(2);

    /// <summary>Events of a service with a database: published through its outbox, handled with its inbox.</summary>
    public static WebApplicationBuilder AddMessaging<TContext>(
        this WebApplicationBuilder builder, string service, Action<MessagingBuilder>? configure = null)
        where TContext : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var messaging = new MessagingBuilder(service, hasDatabase: true, builder.Services);
        configure?.Invoke(messaging);
        AddBus(builder, messaging);
        AddOutbox(builder.Services);
        AddDeadLetters(builder.Services, messaging);
        return builder;
    }

    /// <summary>Events of a process without a database: it publishes with <see cref="EventPublisher"/>, and may observe.</summary>
    public static WebApplicationBuilder AddMessaging(this WebApplicationBuilder builder, string service, Action<MessagingBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var messaging = new MessagingBuilder(service, hasDatabase: false, builder.Services);
        configure?.Invoke(messaging);
        AddBus(builder, messaging);
        return builder;
    }

    private static void AddOutbox(IServiceCollection services)
    {
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddHostedService<OutboxDispatcher>();
        services.AddSingleton<OutboxMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxMonitor>());
        services.AddHealthChecks().AddCheck<OutboxMonitor>("outbox", tags: [HealthSetup.Ready]);
    }

    private static void AddDeadLetters(IServiceCollection services, MessagingBuilder messaging)
    {
        services.AddSingleton(new ConsumedQueues(messaging.Queues));
        services.AddSingleton(provider => new DeadLetters(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<BrokerConnection>()));
        services.AddHostedService<DeadLetterMover>();
    }

    private static void AddBus(WebApplicationBuilder builder, MessagingBuilder messaging)
    {
        builder.Services.AddSingleton(messaging.BuildTypes());
        builder.Services.AddSingleton(services => new EventPublisher(services.GetRequiredService<IBus>(), services.GetRequiredService<BrokerConnection>()));
        builder.Services.AddSingleton(new ServiceName(messaging.Service));
        builder.Services.AddSingleton<BrokerConnection>();
        builder.Services.AddSingleton(services => new ReplayClient(
            services.GetRequiredService<BrokerConnection>(),
            services.GetRequiredService<EventTypes>(),
            services.GetRequiredService<ServiceName>(),
            services.GetRequiredService<ILogger<ReplayClient>>()));
        // Without a database nothing that a reader sees needs the broker, so such a process stays in service without it.
        builder.Services.AddHealthChecks().AddCheck<MessagingHealth>(
            "messaging", messaging.HasDatabase ? HealthStatus.Unhealthy : HealthStatus.Degraded, [HealthSetup.Ready]);
        builder.Services.AddHostedService<BusWatchdog>();
        builder.Services.AddSingleton<EventBacklog>();
        // A handler that still waits for something when the process stops gives its message back.
        builder.Services.Configure<MassTransitHostOptions>(options => options.ConsumerStopTimeout = HandlerStopsWithin);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            // With no tag at all MassTransit would give its check the tag "ready".
            bus.ConfigureHealthCheckOptions(options =>
            {
                options.Tags.Clear();
                options.Tags.Add("masstransit");
            });
            messaging.Consumers.ForEach(add => add(bus));
            bus.AddReceiveObserver(provider => provider.GetRequiredService<EventBacklog>());
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(Address(context.GetRequiredService<IConfiguration>()));
                messaging.Endpoints.ForEach(add => add(context, rabbit));
            });
        });
    }

    internal static Uri Address(IConfiguration configuration) => new(
        configuration.GetConnectionString("messaging") ?? throw new InvalidOperationException("ConnectionStrings__messaging is not set."));
}

/// <summary>The name under which this process takes part in messaging.</summary>
internal sealed record ServiceName(string Value);
