using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Chains;

/// <summary>A public call as its last event tells. A call never ceases to be public: one that is cancelled says so.</summary>
internal sealed class KnownCall
{
    public Guid Id { get; private init; }

    public int Version { get; private init; }

    public string Slug { get; private init; } = "";

    public string Language { get; private init; } = "";

    public IReadOnlyDictionary<string, string> Titles { get; private init; } = new Dictionary<string, string>();

    /// <summary><c>country:MD</c> or <c>organisation:iom</c>; null for archival records.</summary>
    public string? Owner { get; private init; }
}

/// <summary>Keeps calls in whatever order their events come.</summary>
internal sealed class KeepCall(CatalogueDbContext db) : IEventHandler<CallPublished>
{
    public Task HandleAsync(CallPublished message, EventContext context, CancellationToken cancellationToken)
    {
        var titles = JsonSerializer.Serialize(message.Texts.ToDictionary(text => text.Key, text => text.Value.Title));
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into known_calls (id, version, slug, language, titles, owner)
            values ({message.CallId}, {message.Version}, {message.Slug}, {message.Language}, {titles}::jsonb, {message.Owner})
            on conflict (id) do update set version = excluded.version, language = excluded.language, titles = excluded.titles, owner = excluded.owner
            where known_calls.version < excluded.version
            """,
            cancellationToken);
    }
}
