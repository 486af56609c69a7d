using MassTransit;
using PfP.ServiceDefaults.Errors;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>How our queues are set up in the broker.</summary>
internal static class Endpoints
{
    public static void ConfigureDurable<TEvent>(this IRabbitMqReceiveEndpointConfigurator endpoint, int concurrency)
        where TEvent : class
    {
        endpoint.UseQuorum();
        endpoint.ConfigureConsumeTopology = false;
        endpoint.Bind<TEvent>();
        endpoint.PrefetchCount = concurrency * 2;
        endpoint.ConcurrentMessageLimit = concurrency;
        endpoint.ThrowOnSkippedMessages();
        endpoint.RetryWhileAway();
        endpoint.UseMessageRetry(retry =>
        {
            retry.Exponential(4, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(400));
            retry.Ignore<Exception>(Transient.IsTransient);
        });
    }

    public static void ConfigureTemporary<TEvent>(this IRabbitMqReceiveEndpointConfigurator endpoint)
        where TEvent : class
    {
        endpoint.Durable = false;
        endpoint.AutoDelete = true;
        endpoint.ConfigureConsumeTopology = false;
        endpoint.Bind<TEvent>();
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
    }

    public static void ConfigureReplayRequests(this IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.Durable = true;
        endpoint.AutoDelete = false;
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PrefetchCount = 1;
        endpoint.ConcurrentMessageLimit = 1;
        // Whatever it was that failed: whoever asked waits for the answer, and has nothing else.
        endpoint.UseMessageRetry(WithoutEnd);
    }

    // A database that restarts says nothing about the message: it waits, unacknowledged, and does not use up its attempts.
    private static void RetryWhileAway(this IRabbitMqReceiveEndpointConfigurator endpoint) =>
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(Transient.IsTransient);
            WithoutEnd(retry);
        });

    // Two hours are for ever, as the broker takes a message back and delivers it anew after thirty minutes.
    private static void WithoutEnd(IRetryConfigurator retry) => retry.Interval(7200, TimeSpan.FromSeconds(1));

    private static void UseQuorum(this IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.Durable = true;
        endpoint.AutoDelete = false;
        foreach (var (name, value) in BrokerTopology.Quorum)
        {
            endpoint.SetQueueArgument(name, value);
        }
    }
}
