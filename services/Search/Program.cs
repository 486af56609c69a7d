using PfP.Search.Data;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.QueryCounts;
using PfP.Search.SavedSearches;
using PfP.Search.SynonymGroups;
using PfP.Search.Words;
using PfP.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<SearchDbContext>("search");
builder.AddTokenAuthentication();
builder.AddIndexing();
builder.Services.AddSavedSearches();
builder.Services.AddQueryCounts();
builder.Services.AddSynonymGroups();
builder.Services.AddInstalledWords();

var app = builder.Build();
if (args is ["reindex"])
{
    return await app.RunCommandAsync("reindex", ReindexCommand.RunAsync);
}

app.MapServiceDefaults();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapSearch();
app.MapSavedSearches();
app.MapOwnData("/api/search", GetOwnData.HandleAsync);
app.MapQueryCounts();
app.MapSynonymGroups();
await app.RunAsync();
return 0;
