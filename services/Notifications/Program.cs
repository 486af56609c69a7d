using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Planning;
using PfP.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<NotificationsDbContext>("notifications");
builder.AddMessaging<NotificationsDbContext>("notifications", messaging => messaging
    .Consume<MemberApproved, TellApproval>()
    .Consume<MemberRefused, TellRefusal>()
    .Consume<MemberContactChanged, KeepContact>()
    .Consume<MemberErased, ForgetMember>()
    .Consume<IntroductionRequested, AskForIntroduction>()
    .Consume<IntroductionAnswered, TellAnswer>()
    .Consume<DeviceSignedIn, WarnOfDevice>()
    .Consume<MemberAppointed, KeepAppointment>()
    .Consume<SubmissionMoved, TellSubmitter>()
    .Consume<ReviewDue, RemindOwners>()
    .Consume<EntryMerged, TellMerge>());
builder.AddMail(mail => mail
    .Occasion<MembershipApproved>()
    .Occasion<MembershipRefused>()
    .Occasion<IntroductionAsked>()
    .Occasion<IntroductionAccepted>()
    .Occasion<NewDevice>()
    .Occasion<SubmissionReceived>()
    .Occasion<SubmissionChangesRequested>()
    .Occasion<SubmissionPublished>()
    .Occasion<SubmissionRefused>()
    .Occasion<PracticeReviewDue>()
    .Occasion<MergedAway>());

var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
