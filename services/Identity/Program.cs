using PfP.Identity.Accounts;
using PfP.Identity.Accounts.Passwords;
using PfP.Identity.Data;
using PfP.Identity.Members;
using PfP.Identity.Members.Invitations;
using PfP.Identity.Members.Registrations;
using PfP.Identity.Provider;
using PfP.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<IdentityDbContext>("identity");
builder.AddMessaging<IdentityDbContext>("identity", _ => { });
builder.AddMail(mail => mail
    .Occasion<ConfirmRegistration>()
    .Occasion<RegisteredAlready>()
    .Occasion<ResetPassword>()
    .Occasion<Invited>());
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
app.MapProvider();
await app.RunAsync();
