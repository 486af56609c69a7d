using Npgsql;
using NpgsqlTypes;
using PfP.Contracts.Catalogue;
using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Text;

namespace PfP.Benchmarks.Search;

/// <summary>The peer's data: the same texts in a stored, weighted tsvector, facet values and countries as arrays, all under GIN, and the words for trigrams.</summary>
internal static class PostgresCorpus
{
    /// <summary>The ordinals of a facet's values are from this times its number on.</summary>
    public const int FacetRange = 100_000;

    private const string Schema = """
        create extension pg_trgm;
        create table doc (
            id int primary key, entry uuid not null, kind text not null, slug text not null, url text not null, title text not null, summary text, body text, labels text,
            countries text[] not null, themes text[] not null, organisations text[] not null, year int, newest int not null, latitude float8, longitude float8,
            facets int[] not null, shapes int[] not null,
            tsv tsvector generated always as (
                setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', coalesce(summary, '')), 'B') ||
                setweight(to_tsvector('english', coalesce(labels, '')), 'C') || setweight(to_tsvector('english', coalesce(body, '')), 'D')) stored);
        create table facet_value (ordinal int primary key, facet int not null, value text not null);
        """;

    private const string Indexes = """
        create index on doc using gin (tsv);
        create index on doc using gin (facets);
        create index on doc using gin (shapes);
        create table word as select word, ndoc as documents from ts_stat($$select to_tsvector('simple', title || ' ' || coalesce(summary, '') || ' ' || coalesce(body, '')) from doc$$);
        alter table word add primary key (word);
        create index on word using gin (word gin_trgm_ops);
        """;

    public static async Task LoadAsync(string connectionString, IEnumerable<EntryPublished> entries)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, Schema);
        var ordinals = new Dictionary<(Facet Facet, string Value), int>();
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy doc (id, entry, kind, slug, url, title, summary, body, labels, countries, themes, organisations, year, newest, latitude, longitude, facets, shapes) from stdin (format binary)"))
        {
            foreach (var (number, entry) in entries.Index())
            {
                await WriteAsync(copy, number, DocumentFactory.From(entry), ordinals);
            }
            await copy.CompleteAsync();
        }
        await using (var copy = await connection.BeginBinaryImportAsync("copy facet_value from stdin (format binary)"))
        {
            foreach (var ((facet, value), ordinal) in ordinals)
            {
                await copy.WriteRowAsync(CancellationToken.None, ordinal, (int)facet, value);
            }
            await copy.CompleteAsync();
        }
        await ExecuteAsync(connection, Indexes);
        await ExecuteAsync(connection, "vacuum analyze");
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, int number, SearchDocument document, Dictionary<(Facet, string), int> ordinals)
    {
        var text = document.Texts["en"];
        var labels = string.Join(" . ", IndexedText.Of(document).Where(label => label.Field == TextField.Labels).Select(label => label.Text));
        await copy.StartRowAsync();
        await copy.WriteAsync(number);
        await copy.WriteAsync(document.Id);
        foreach (var value in new[] { document.Kind, document.Slug, document.Url, text.Title, text.Summary!, text.Body!, labels })
        {
            await copy.WriteAsync(value, NpgsqlDbType.Text);
        }
        foreach (var values in new[] { document.Countries, document.Themes, document.Organisations.Select(organisation => organisation.Name) })
        {
            await copy.WriteAsync(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        }
        await copy.WriteAsync(document.Year ?? 0);
        await copy.WriteAsync(document.Newest);
        await WriteOrNullAsync(copy, document.Places.Count > 0 ? document.Places[0].Latitude : null);
        await WriteOrNullAsync(copy, document.Places.Count > 0 ? document.Places[0].Longitude : null);
        await copy.WriteAsync(Facets.Of(document).Select(value => Ordinal(ordinals, value)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        await copy.WriteAsync(Geography.CountriesStandingFor(document).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer);
    }

    private static Task WriteOrNullAsync(NpgsqlBinaryImporter copy, double? value) => value is { } number ? copy.WriteAsync(number) : copy.WriteNullAsync();

    private static int Ordinal(Dictionary<(Facet Facet, string), int> ordinals, (Facet Facet, string Value) value)
    {
        if (!ordinals.TryGetValue(value, out var ordinal))
        {
            ordinals[value] = ordinal = ((int)value.Facet * FacetRange) + ordinals.Count;
        }
        return ordinal;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
