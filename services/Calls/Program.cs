using PfP.Calls.Archive;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Calls.Replies;
using PfP.Calls.Reports;
using PfP.Calls.Reviews;
using PfP.Calls.Submissions;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Mail;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<CallsDbContext>("calls");
builder.AddTokenAuthentication();
builder.Services.AddSubmissions();
builder.AddReplies();
builder.Services.AddReports<ReportedCalls>();
builder.Services.AddHostedService<ArchiveImport>();
builder.AddMessaging<CallsDbContext>("calls", messaging => messaging
    .Consume<MemberErased, ForgetSubmitter>()
    .ConsumePauses()
    .ReplayFrom<CallsReplay>());

var app = builder.Build();
app.MapServiceDefaults();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapCalls();
app.MapSubmissions();
app.MapReplies();
app.MapOwnData("/api/calls", GetOwnData.HandleAsync);
app.MapReports("/api/calls");
app.MapYears();
app.MapMailDesk("/api/calls");
await app.RunAsync();
