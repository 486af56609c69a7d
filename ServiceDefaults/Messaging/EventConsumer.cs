using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Runs a handler in one transaction with its inbox row, and skips a message that has been handled before.</summary>
internal sealed class EventConsumer<TEvent, THandler>(THandler handler, ServiceDbContext db, DatabaseState state) : IConsumer<TEvent>
    where TEvent : class
    where THandler : class, IEventHandler<TEvent>
{
    private static readonly string Consumer = typeof(THandler).Name;

    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var cancellation = context.CancellationToken;
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be told from its repetition.");
        await state.WaitAsync(cancellation);
        await handler.ReadyAsync(cancellation);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var added = await db.Database.ExecuteSqlAsync(
            $"insert into inbox (message_id, consumer) values ({id}, {Consumer}) on conflict do nothing", cancellation);
        if (added == 0)
        {
            MessagingMetrics.Duplicates.Add(1);
            return;
        }

        await handler.HandleAsync(context.Message, new(id, context.SentTime ?? TimeProvider.System.GetUtcNow()), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
