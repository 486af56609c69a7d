using PfP.Search.Data;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<SearchDbContext>("search");
builder.AddIndexing();

var app = builder.Build();
if (args is ["reindex"])
{
    return await app.RunCommandAsync("reindex", ReindexCommand.RunAsync);
}

app.MapServiceDefaults();
app.MapSearch();
await app.RunAsync();
return 0;
