using PfP.Chaos.Processes;

namespace PfP.Chaos.Checks;

/// <summary>What the databases hold, read past the services.</summary>
internal sealed class StoredState(Postgres postgres)
{
    /// <summary>The entries that generated rows became, by the rows' key.</summary>
    public async Task<ILookup<string, StoredEntry>> GeneratedAsync(CancellationToken cancellationToken) =>
        (await postgres.QueryAsync<StoredEntry>("catalogue", """
            select key, entries.id, slug, title, version, state
            from entry_keys join entries on entries.id = target_id
            where key like 'generated-%'
            """, cancellationToken)).ToLookup(entry => entry.Key);

    public async Task<IReadOnlyList<Guid>> PublicPracticesAsync(CancellationToken cancellationToken) =>
        await postgres.QueryAsync<Guid>("catalogue", "select id from entries where kind = 'practice' and state in ('published', 'archived')", cancellationToken);

    /// <summary>A practice that was there before any generated one.</summary>
    public async Task<StoredEntry> AnyPracticeAsync(CancellationToken cancellationToken) =>
        (await postgres.QueryAsync<StoredEntry>("catalogue", """
            select '' as key, id, slug, title, version, state from entries where kind = 'practice' and state = 'published' order by slug limit 1
            """, cancellationToken)).Single();

    public async Task<long> UnsentAsync(CancellationToken cancellationToken) =>
        (await postgres.QueryAsync<long>("catalogue", "select count(*) from outbox where sent_at is null", cancellationToken)).Single();

    /// <summary>Ids of the events of that type that the catalogue ever put into its outbox.</summary>
    public async Task<IReadOnlyList<Guid>> EventsAsync(Type type, CancellationToken cancellationToken) =>
        await postgres.QueryAsync<Guid>("catalogue", $"select id from outbox where event_type = '{type.FullName}'", cancellationToken);

    /// <summary>Ids of the messages that search has handled, once for each time it says so.</summary>
    public async Task<IReadOnlyList<Guid>> HandledAsync(CancellationToken cancellationToken) =>
        await postgres.QueryAsync<Guid>("search", "select message_id from inbox", cancellationToken);

    public async Task<long> DeadLettersAsync(CancellationToken cancellationToken)
    {
        const string Sql = "select count(*) from dead_letters";
        return (await postgres.QueryAsync<long>("catalogue", Sql, cancellationToken)).Single() + (await postgres.QueryAsync<long>("search", Sql, cancellationToken)).Single();
    }

    /// <summary>All counted views of an entry.</summary>
    public async Task<long> ViewsAsync(Guid entry, CancellationToken cancellationToken) =>
        (await postgres.QueryAsync<long>("catalogue", $"select coalesce(sum(views), 0) from entry_counts where entry_id = '{entry}'", cancellationToken)).Single();
}

internal sealed record StoredEntry(string Key, Guid Id, string Slug, string Title, int Version, string State);
