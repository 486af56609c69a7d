using Microsoft.Extensions.Logging;
using Npgsql;
using PfP.ServiceDefaults.Data;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Wakes the sender when any process plans a mail (NOTIFY deliveries).</summary>
internal sealed class DeliverySignal(NpgsqlDataSource database, DatabaseState state, ILogger<DeliverySignal> logger)
    : DatabaseSignal("deliveries", database, state, logger);
