using PfP.Catalogue.Announcements;
using PfP.Catalogue.Chains;
using PfP.Catalogue.Clearance;
using PfP.Catalogue.Confirmations;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Counts;
using PfP.Catalogue.Data;
using PfP.Catalogue.Departures;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Catalogue.Groups;
using PfP.Catalogue.Import;
using PfP.Catalogue.Links;
using PfP.Catalogue.Organisations;
using PfP.Catalogue.Owners;
using PfP.Catalogue.Reports;
using PfP.Catalogue.Reviews;
using PfP.Catalogue.Statistics;
using PfP.Catalogue.Submissions;
using PfP.Catalogue.Summits;
using PfP.Catalogue.Trust;
using PfP.Catalogue.Vocabularies;
using PfP.Contracts.Calls;
using PfP.Contracts.Gateway;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Mail;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<CatalogueDbContext>("catalogue");
builder.AddImport();
if (ImportCommand.IsAsked(args))
{
    return await ImportCommand.RunAsync(builder, args);
}

builder.AddTokenAuthentication();
builder.Services.AddMemoryCache();
builder.Services.AddSubmissions();
builder.Services.AddDepartures();
builder.Services.AddOwners();
builder.Services.AddCounts();
builder.Services.AddGroups();
builder.Services.AddProfiles();
builder.Services.AddReports<ReportedEntries>();
builder.AddLinks();
builder.Services.AddHostedService<FirstCalls>();
builder.AddMail(mail => mail.Occasion<ConfirmationAsked>());
builder.AddMessaging<CatalogueDbContext>("catalogue", messaging => messaging
    .Consume<EntriesViewed, CountViews>()
    .Consume<CallPublished, KeepCall>()
    .Consume<MemberErased, ForgetSubmitter>()
    .ConsumePauses()
    .ReplayFrom<CatalogueReplay>());

var app = builder.Build();
app.MapServiceDefaults();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
var api = app.MapGroup("/api/catalogue").WithConditionalGet();
api.MapEntries();
api.MapFiles();
api.MapOrganisations();
api.MapSummits();
api.MapCountries();
api.MapProfiles();
api.MapGroups();
api.MapAnnouncements();
api.MapVocabularies();
api.MapStatistics();
api.MapChains();
app.MapProfileEditing();
app.MapGroupEditing();
app.MapAnnouncementEditing();
app.MapContacts();
app.MapSubmissions();
app.MapOwnData("/api/catalogue", GetOwnData.HandleAsync);
app.MapTrust();
app.MapClearance();
app.MapConfirmations();
app.MapOwners();
app.MapCounts();
app.MapDepartures();
app.MapLinks();
app.MapChainLinks();
app.MapReports("/api/catalogue");
app.MapYears();
app.MapMailDesk("/api/catalogue");
await app.RunAsync();
return 0;
