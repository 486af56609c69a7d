using PfP.Identity.Accounts;
using PfP.Identity.Accounts.Passwords;
using PfP.Identity.Data;
using PfP.Identity.Members;
using PfP.Identity.Members.Invitations;
using PfP.Identity.Members.Registrations;
using PfP.Identity.Provider;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Mail;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<IdentityDbContext>("identity");
builder.AddMessaging<IdentityDbContext>("identity", messaging => messaging.ConsumePauses());
builder.AddMail(mail => mail
    .AskedFor<ConfirmRegistration>()
    .AskedFor<RegisteredAlready>()
    .AskedFor<ResetPassword>()
    .AskedFor<Invited>());
builder.AddTokenAuthentication();
builder.AddAccounts();
builder.AddMembers();
builder.AddProvider();

var app = builder.Build();
app.MapServiceDefaults();
app.UseAccountPages();
app.UseProvider();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapAccountPages();
app.MapMembers();
app.MapMailDesk("/api/members");
app.MapProvider();
await app.RunAsync();
