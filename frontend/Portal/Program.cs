using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using PfP.Design.Languages;
using PfP.Portal.Clients;
using PfP.Portal.Components;
using PfP.Portal.Components.Pages.Map;
using PfP.Portal.Contributing;
using PfP.Portal.Feeds;
using PfP.Portal.Http;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTokenAuthentication();
builder.AddApiClient<CatalogueClient>("catalogue").ForwardToken();
builder.AddApiClient<SubmissionsClient>("catalogue").ForwardToken();
builder.AddApiClient<OwnEntriesClient>("catalogue").ForwardToken();
builder.AddApiClient<DeadLinksClient>("catalogue").ForwardToken();
builder.AddApiClient<DeskEntriesClient>("catalogue").ForwardToken();
builder.AddApiClient<CallsClient>("calls").ForwardToken();
builder.AddApiClient<CallDraftsClient>("calls").ForwardToken();
builder.AddApiClient<RepliesClient>("calls").ForwardToken();
builder.AddApiClient<ConfirmationsClient>("catalogue").ForwardToken();
builder.AddApiClient<ReportsClient>("catalogue").ForwardToken();
builder.AddApiClient<NotificationsClient>("notifications").ForwardToken();
builder.AddApiClient<SearchClient>("search").ForwardToken();
builder.AddApiClient<MembersClient>("identity").ForwardToken();
builder.AddApiClient<DirectoryClient>("identity").ForwardToken();
builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, PageAccess>();
builder.Services.AddScoped<MapReader>();
// Letters of all languages as they are: half the bytes of their character references.
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddLocalization();
builder.Services.AddRazorComponents();
// Forms: whichever replica showed one, any of them takes it. After the components, which would have the keys read at start.
builder.AddSharedKeys();
// Not only in Development: what the build made is served wherever it runs.
builder.WebHost.UseStaticWebAssets();

var app = builder.Build();
app.MapServiceDefaults();
app.UsePublicCaching();
app.UseHeadAsGet();
app.UsePathCulture();
app.UseExceptionHandler("/error/500", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
app.UseErrorPagesForForms();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.UseRefusalOfForms();
app.MapStaticAssets();
app.MapFeeds();
app.MapDocuments();
app.MapRazorComponents<App>();
await app.RunAsync();
