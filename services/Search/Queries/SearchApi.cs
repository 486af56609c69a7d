using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines;
using PfP.Search.Indexing;
using PfP.Search.QueryCounts;
using PfP.Search.SynonymGroups;
using PfP.Search.Text;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Search.Queries;

internal static class SearchApi
{
    private const string Away = "The search does not answer at the moment. Please try again in a moment.";

    public static void MapSearch(this WebApplication app)
    {
        var api = app.MapGroup("/api/search").WithTags("Search").ProducesProblem(StatusCodes.Status503ServiceUnavailable).ProducesValidationProblem();
        api.MapGet("", SearchAsync).WithName("Search").WithSummary("Entries that match a text and filters, with facets.").Produces<SearchResponse>();
        api.MapGet("/suggest", SuggestAsync).WithName("Suggest").WithSummary("What a beginning of a text may lead to.").Produces<SuggestResponse>();
        api.MapGet("/map", MapAsync).WithName("Map").WithSummary("Where the matching entries are.").Produces<MapResponse>();
    }

    private static Task<IResult> SearchAsync(
        [AsParameters] SearchParameters parameters, IndexHost host, FollowGroups synonyms, QueryCounter counter, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        var reader = new RequestReader(parameters);
        var request = reader.Read(clock.GetUtcNow()) with { Synonyms = synonyms.Current };
        return AnswerAsync(reader, host, context, request.Synonyms, SearchOnAsync, ApiJson.Default.SearchResponse);

        async ValueTask<SearchResponse> SearchOnAsync(ISearchIndex index)
        {
            var answer = await index.SearchAsync(request, cancellationToken);
            SearchMetrics.Count(answer.Total);
            // The secretariat looks at what others search for, which shall not change it.
            if (!context.User.IsStaff())
            {
                counter.Count(request, answer.Total);
            }
            return answer;
        }
    }

    private static Task<IResult> MapAsync(
        [AsParameters] SearchParameters parameters, IndexHost host, FollowGroups synonyms, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        var reader = new RequestReader(parameters);
        var (request, zoom) = (reader.Read(clock.GetUtcNow()) with { Synonyms = synonyms.Current }, reader.Zoom());
        return AnswerAsync(reader, host, context, request.Synonyms, index => index.MapAsync(request, zoom, cancellationToken), ApiJson.Default.MapResponse);
    }

    private static Task<IResult> SuggestAsync(string? q, string? lang, IndexHost host, HttpContext context, CancellationToken cancellationToken)
    {
        var reader = new RequestReader(new SearchParameters { Lang = lang });
        var language = reader.Language();
        return AnswerAsync(reader, host, context, AddedSynonyms.None, index => index.SuggestAsync(q ?? "", language, cancellationToken), ApiJson.Default.SuggestResponse);
    }

    /// <summary>An answer holds as long as the index and the synonyms are in the same state, which its tag names: a repeated question needs no second search.</summary>
    private static async Task<IResult> AnswerAsync<T>(
        RequestReader reader, IndexHost host, HttpContext context, AddedSynonyms synonyms, Func<ISearchIndex, ValueTask<T>> ask, JsonTypeInfo<T> json)
    {
        if (reader.Errors.Count > 0)
        {
            return TypedResults.ValidationProblem(reader.Errors, title: "The request is not valid.");
        }
        if (host.Serving is not { } index)
        {
            context.Response.Headers.RetryAfter = "5";
            return TypedResults.Problem(host.Trouble is null ? "The search is being rebuilt. Please try again in a moment." : Away, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        var tag = new EntityTagHeaderValue($"\"{index.StateAt(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())}-{synonyms.Revision:x}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.CacheControl = new() { Public = true, MaxAge = TimeSpan.FromSeconds(5) };
        headers.ETag = tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        try
        {
            return TypedResults.Json(await ask(index), json);
        }
        catch (EngineUnavailableException)
        {
            (headers.CacheControl, headers.ETag) = (null, null);
            context.Response.Headers.RetryAfter = "2";
            return TypedResults.Problem(Away, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
