using MassTransit;
using PfP.ServiceDefaults.Errors;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>How our queues are set up in the broker.</summary>
internal static class Endpoints
{
    /// <summary>Every declaration of a durable queue must be equal, whoever makes it first.</summary>
    public static void UseQuorum(IRabbitMqQueueConfigurator queue)
    {
        queue.Durable = true;
        queue.AutoDelete = false;
        queue.SetQueueArgument("x-queue-type", "quorum");
    }

    /// <summary>Declares the queues of all readers of all events, whenever this service opens a channel to publish on.</summary>
    public static void DeclareTopology(this IRabbitMqBusFactoryConfigurator bus, EventTypes types)
    {
        bus.DeployPublishTopology = true;
        foreach (var (type, queues) in types.Topology)
        {
            bus.Publish(type, publish =>
            {
                foreach (var queue in queues)
                {
                    ((IRabbitMqMessagePublishTopologyConfigurator)publish).BindQueue(queue, queue, UseQuorum);
                }
            });
        }
    }

    public static void ConfigureDurable<TEvent>(this IRabbitMqReceiveEndpointConfigurator endpoint, int concurrency)
        where TEvent : class
    {
        UseQuorum(endpoint);
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
        UseQuorum(endpoint);
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PrefetchCount = 1;
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.RetryWhileAway();
    }

    // A database that restarts says nothing about the message: it waits, unacknowledged, and does not use up its attempts. Two hours are
    // for ever, as the broker takes a message back and delivers it anew after thirty minutes.
    private static void RetryWhileAway(this IRabbitMqReceiveEndpointConfigurator endpoint) =>
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(Transient.IsTransient);
            retry.Interval(7200, TimeSpan.FromSeconds(1));
        });
}
