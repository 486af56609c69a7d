using Microsoft.Extensions.Logging;
using Npgsql;
using PfP.ServiceDefaults.Data;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Wakes the dispatcher when any process commits an outbox row (NOTIFY outbox).</summary>
internal sealed class OutboxSignal(NpgsqlDataSource database, DatabaseState state, ILogger<OutboxSignal> logger)
    : DatabaseSignal("outbox", database, state, logger);
