using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Search.Data;
using PfP.Search.Engines;
using PfP.Search.Engines.Elastic;
using PfP.Search.Engines.Embedded;
using PfP.Search.SavedSearches;
using PfP.ServiceDefaults;

namespace PfP.Search.Indexing;

internal static class IndexingSetup
{
    /// <summary>Events handled at once; the index commits those that wait together.</summary>
    private const int Concurrency = 32;

    public static WebApplicationBuilder AddIndexing(this WebApplicationBuilder builder)
    {
        builder.AddEngine();
        builder.Services.AddSingleton<IndexHost>();
        builder.Services.AddSingleton<Rebuilds>();
        builder.Services.AddHostedService<RebuildService>();
        builder.Services.AddHealthChecks().AddCheck<IndexHealth>("index", tags: ["ready"]);
        builder.AddMessaging<SearchDbContext>("search", messaging => messaging
            .Consume<EntryPublished, IndexPublishedEntry>(Concurrency)
            .Consume<EntryWithdrawn, IndexWithdrawnEntry>(Concurrency)
            .Consume<CallPublished, IndexPublishedCall>(Concurrency)
            .Consume<MemberErased, ForgetMember>());
        return builder;
    }

    /// <summary>The embedded engine, unless somebody runs an Elasticsearch for us.</summary>
    private static void AddEngine(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("elasticsearch") is not { Length: > 0 } elasticsearch)
        {
            builder.Services.AddOptionsWithValidateOnStart<SearchOptions>().BindConfiguration("Search").ValidateDataAnnotations();
            builder.Services.AddSingleton<IndexFolder>();
            builder.Services.AddSingleton<IIndexEngine, EmbeddedEngine>();
            return;
        }
        var settings = ElasticSettings.Parse(elasticsearch);
        builder.Services.AddSingleton<IIndexEngine>(services => new ElasticEngine(settings, services.GetRequiredService<ILogger<ElasticEngine>>()));
    }
}
