using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Benchmarks.Search;

/// <summary>PostgreSQL full text behind an endpoint as thin as ours: the same parameters in, the same answer out.</summary>
internal sealed class PostgresEndpoint(NpgsqlDataSource database, Dictionary<int, (Facet Facet, string Value)> values)
{
    private readonly Dictionary<(Facet, string), int> ordinals = values.ToDictionary(value => value.Value, value => value.Key);

    public static async Task<int> RunAsync(string connectionString, string[] args)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 1, Options = "-c jit=off -c work_mem=64MB" };
        await using var database = NpgsqlDataSource.Create(settings);
        var endpoint = new PostgresEndpoint(database, await ReadValuesAsync(database));
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/api/search", async ([AsParameters] SearchParameters parameters, CancellationToken cancellationToken) =>
            TypedResults.Json(await endpoint.SearchAsync(new RequestReader(parameters).Read(TimeProvider.System.GetUtcNow()), cancellationToken), ApiJson.Default.SearchResponse));
        await app.RunAsync();
        return 0;
    }

    /// <summary>All words; where nothing has them all, the unknown ones corrected; then most of them: the rule of our query model.</summary>
    private async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var words = (request.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (await MatchesAsync(words, cancellationToken))
        {
            return await AnswerAsync(request, words, any: false, null, cancellationToken);
        }
        var corrected = await CorrectAsync(words, cancellationToken);
        var hint = corrected.SequenceEqual(words) ? null : string.Join(' ', corrected);
        return await AnswerAsync(request, corrected, any: !(hint is not null && await MatchesAsync(corrected, cancellationToken)), hint, cancellationToken);
    }

    /// <summary>Whatever the filters, as in our query model.</summary>
    private async Task<bool> MatchesAsync(string[] words, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select exists (select from doc where tsv @@ plainto_tsquery('english', $1))");
        command.Parameters.Add(new() { Value = string.Join(' ', words) });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<string[]> CorrectAsync(string[] words, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            select coalesce((select k.word from word k where k.word = lower(w)),
                            (select k.word from word k where k.word % lower(w) order by similarity(k.word, lower(w)) desc, k.documents desc limit 1), w)
            from unnest($1) with ordinality as asked (w, place) order by place
            """);
        command.Parameters.Add(new() { Value = words });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var corrected = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            corrected.Add(reader.GetString(0));
        }
        return [.. corrected];
    }

    private async Task<SearchResponse> AnswerAsync(SearchRequest request, string[] words, bool any, string? hint, CancellationToken cancellationToken)
    {
        await using var command = new PostgresQuery(request, words, any, (facet, value) => ordinals.TryGetValue((facet, value), out var ordinal) ? ordinal : null).Build(database);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (total, hits, facets) = (0, new List<SearchHit>(), new Dictionary<string, IReadOnlyList<FacetValue>>());
        while (await reader.ReadAsync(cancellationToken))
        {
            total = reader.GetInt32(0);
            if (!await reader.IsDBNullAsync(1, cancellationToken))
            {
                facets = Values(request, reader.GetFieldValue<int[]>(1), reader.GetFieldValue<int[]>(2));
            }
            if (!await reader.IsDBNullAsync(3, cancellationToken))
            {
                hits.Add(Hit(reader));
            }
        }
        return new SearchResponse(total, request.Page, request.PageSize, hits, facets, hint);
    }

    private static SearchHit Hit(NpgsqlDataReader reader) => new(
        reader.GetString(4), reader.GetGuid(3), reader.GetString(5), reader.GetString(6), reader.GetString(7), "en", reader.GetString(8),
        new Highlights(reader.GetString(13), reader.GetString(14), reader.GetString(15)), reader.GetFieldValue<string[]>(9), reader.GetFieldValue<string[]>(10),
        reader.GetFieldValue<string[]>(11), reader.GetInt32(12), null, null, null, null, reader.IsDBNull(16) ? null : reader.GetDouble(16));

    private Dictionary<string, IReadOnlyList<FacetValue>> Values(SearchRequest request, int[] found, int[] counts) =>
        found.Zip(counts).GroupBy(value => values[value.First].Facet).ToDictionary(
            facet => facet.Key.Name(),
            IReadOnlyList<FacetValue> (facet) => [.. facet
                .Select(value => (values[value.First].Value, Count: value.Second))
                .Select(value => new FacetValue(value.Value, FacetLabels.Find(facet.Key, value.Value, request.Language) ?? value.Value, value.Count, request.Filters.IsSelected(facet.Key, value.Value)))
                .OrderByDescending(value => value.Count)]);

    private static async Task<Dictionary<int, (Facet, string)>> ReadValuesAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select ordinal, facet, value from facet_value");
        await using var reader = await command.ExecuteReaderAsync();
        var values = new Dictionary<int, (Facet, string)>();
        while (await reader.ReadAsync())
        {
            values[reader.GetInt32(0)] = ((Facet)reader.GetInt32(1), reader.GetString(2));
        }
        return values;
    }
}
