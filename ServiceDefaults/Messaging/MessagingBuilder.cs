using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using PfP.Contracts;
using PfP.ServiceDefaults.Messaging;

namespace PfP.ServiceDefaults;

/// <summary>What a service does with events.</summary>
public sealed class MessagingBuilder
{
    private readonly Dictionary<Type, IReadOnlyList<string>> topology = new(Topology.Queues);

    internal MessagingBuilder(string service, bool hasDatabase, IServiceCollection services) =>
        (Service, HasDatabase, Services) = (service, hasDatabase, services);

    internal string Service { get; }

    internal bool HasDatabase { get; }

    internal IServiceCollection Services { get; }

    internal bool AnswersReplays { get; private set; }

    internal List<string> Queues { get; } = [];

    internal List<Action<IBusRegistrationConfigurator>> Consumers { get; } = [];

    internal List<Action<IBusRegistrationContext, IRabbitMqBusFactoryConfigurator>> Endpoints { get; } = [];

    /// <summary>
    /// Handles an event from the durable queue <c>{service}-{event}</c>, which <see cref="Topology"/> must list.
    /// </summary>
    /// <param name="concurrency">How many messages one replica handles at a time.</param>
    public MessagingBuilder Consume<TEvent, THandler>(int concurrency = 8)
        where TEvent : class
        where THandler : class, IEventHandler<TEvent>
    {
        var queue = EventTypes.QueueOf(Service, typeof(TEvent));
        if (!HasDatabase)
        {
            throw new InvalidOperationException($"{queue} needs an inbox: only a service with a database can consume; others observe.");
        }

        if (!topology.TryGetValue(typeof(TEvent), out var queues) || !queues.Contains(queue))
        {
            throw new InvalidOperationException($"Contracts.Topology does not list {queue} for {typeof(TEvent).Name}: producers would not declare it.");
        }

        Queues.Add(queue);
        Services.AddScoped<THandler>();
        Consumers.Add(bus => bus.AddConsumer<EventConsumer<TEvent, THandler>>());
        Endpoints.Add((context, bus) => bus.ReceiveEndpoint(queue, endpoint =>
        {
            endpoint.ConfigureDurable<TEvent>(concurrency);
            endpoint.ConfigureConsumer<EventConsumer<TEvent, THandler>>(context);
        }));
        return this;
    }

    /// <summary>
    /// Sees events while this process runs, each replica for itself: to drop what it keeps in memory. Nothing is kept for a process
    /// that is away, nothing is retried, and no database is needed.
    /// </summary>
    public MessagingBuilder Observe<TEvent, THandler>()
        where TEvent : class
        where THandler : class, IEventHandler<TEvent>
    {
        var queue = $"{EventTypes.QueueOf(Service, typeof(TEvent))}-{Guid.NewGuid():N}";
        Services.AddScoped<THandler>();
        Consumers.Add(bus => bus.AddConsumer<Observer<TEvent, THandler>>());
        Endpoints.Add((context, bus) => bus.ReceiveEndpoint(queue, endpoint =>
        {
            endpoint.ConfigureTemporary<TEvent>();
            endpoint.ConfigureConsumer<Observer<TEvent, THandler>>(context);
        }));
        return this;
    }

    /// <summary>Answers replay requests with what <typeparamref name="TSource"/> yields; it is resolved in a scope of its own.</summary>
    public MessagingBuilder ReplayFrom<TSource>()
        where TSource : class, IReplaySource
    {
        AnswersReplays = true;
        Services.AddScoped<IReplaySource, TSource>();
        Consumers.Add(bus => bus.AddConsumer<ReplayProducer>());
        Endpoints.Add((context, bus) => bus.ReceiveEndpoint(ReplayQueues.Requests(Service), endpoint =>
        {
            endpoint.ConfigureReplayRequests();
            endpoint.ConfigureConsumer<ReplayProducer>(context);
        }));
        return this;
    }

    /// <summary>Adds to <see cref="Topology"/>: for events that are not part of the contracts, as in tests.</summary>
    internal MessagingBuilder Declare<TEvent>(params string[] queues)
    {
        topology[typeof(TEvent)] = queues;
        return this;
    }

    internal EventTypes BuildTypes() => new(topology);
}
