using PfP.Calls.Archive;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<CallsDbContext>("calls");
builder.Services.AddHostedService<ArchiveImport>();
builder.AddMessaging<CallsDbContext>("calls", messaging => messaging
    .ReplayFrom<CallsReplay>());

var app = builder.Build();
app.MapServiceDefaults();
app.MapCalls();
await app.RunAsync();
