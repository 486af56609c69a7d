using PfP.Gateway.Features;
using PfP.Gateway.Sessions;
using PfP.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddConnectionLimits();
builder.AddClientAddress();
builder.AddRateLimits();
builder.AddAnswerCache();
builder.AddViewCounts();
builder.AddProxy();
// After the proxy, which would have the keys in the database read at start.
builder.AddSessions();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseClientAddress();
app.MapServiceDefaults(behindGateway: false);
app.UseErrorPages();
app.UseRequestShape();
app.UseRateLimits();
app.UseViewCounts();
app.UseAnswerCache();
app.MapSessions();
app.MapProxy();
await app.RunAsync();
