using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Contracts.Search;
using PfP.Notifications.Bounces;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Digests;
using PfP.Notifications.Entries;
using PfP.Notifications.Follows;
using PfP.Notifications.Matching;
using PfP.Notifications.Members;
using PfP.Notifications.Planning;
using PfP.Notifications.Previews;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Mail;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<NotificationsDbContext>("notifications");
builder.AddTokenAuthentication();
builder.Services.AddChoices();
builder.Services.AddScoped<CallMails>();
builder.Services.AddScoped<NewsMails>();
builder.Services.AddScoped<DigestMails>();
builder.Services.AddScoped<DigestContent>();
builder.Services.AddPreviews();
builder.Services.AddHostedService<FirstEntries>();
builder.AddMessaging<NotificationsDbContext>("notifications", messaging => messaging
    .Consume<MemberApproved, TellApproval>()
    .Consume<MemberRefused, TellRefusal>()
    .Consume<MemberContactChanged, KeepContact>()
    .Consume<MemberErased, ForgetMember>()
    .Consume<IntroductionRequested, AskForIntroduction>()
    .Consume<IntroductionAnswered, TellAnswer>()
    .Consume<EngagementOpened, TellOfEngagements>()
    .Consume<EngagementAnswered, TellOfEngagements>()
    .Consume<DeviceSignedIn, WarnOfDevice>()
    .Consume<MemberAppointed, KeepAppointment>()
    .Consume<MemberInterestsChanged, KeepInterests>()
    .Consume<SubmissionMoved, TellSubmitter>()
    .Consume<ReviewDue, RemindOwners>()
    .Consume<EntryMerged, TellMerge>()
    .Consume<EntryPublished, KeepEntry>()
    .Consume<EntryWithdrawn, KeepEntry>()
    .Consume<SavedSearchMatched, KeepFound>()
    .Consume<CallPublished, KeepCall>()
    .Consume<CallChanged, TellOfCalls>()
    .Consume<CallOpened, TellOfCalls>()
    .Consume<CallClosed, TellOfCalls>()
    .Consume<OutcomeDue, TellOfCalls>()
    .Consume<CallMoved, TellCallSubmitter>()
    .Consume<CallReplied, TellOfReplies>()
    .Consume<ReplyAnswered, TellOfReplies>()
    .ConsumePauses());
builder.AddMail(mail => mail
    .Occasion<MembershipApproved>()
    .Occasion<MembershipRefused>()
    .Occasion<IntroductionAsked>()
    .Occasion<IntroductionAccepted>()
    .Occasion<EntryAsked>()
    .Occasion<EntryJoinOffered>()
    .Occasion<EntryToAdapt>()
    .Occasion<EntryAnswered>()
    .Occasion<NewDevice>()
    .Occasion<SubmissionReceived>()
    .Occasion<SubmissionChangesRequested>()
    .Occasion<SubmissionPublished>()
    .Occasion<SubmissionRefused>()
    .Occasion<SubmissionWithdrawn>()
    .Occasion<PracticeReviewDue>()
    .Occasion<MergedAway>()
    .Occasion<CallReceived>()
    .Occasion<CallChangesRequested>()
    .Occasion<CallRefused>()
    .Occasion<OwnCallPublished>()
    .Occasion<OwnCallClosed>()
    .Occasion<OwnOutcomeDue>()
    .Occasion<OwnOutcomeOverdue>()
    .Occasion<OwnCallReplied>()
    .Occasion<OwnReplyAnswered>()
    .Occasion<FollowedCallOpened>()
    .Occasion<FollowedCallExtended>()
    .Occasion<FollowedCallCancelled>()
    .Occasion<FollowedCallReopened>()
    .Occasion<FollowedCallCompleted>()
    .Occasion<FollowedCallClosed>()
    .Occasion<CallReminder>()
    .Occasion<CallMatch>()
    .Occasion<FollowsDigest>());

var app = builder.Build();
app.MapServiceDefaults();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapOwnData("/api/notifications", GetOwnData.HandleAsync);
app.MapFollows();
app.MapChoices();
app.MapMatches();
app.MapPreviews();
app.MapMailDesk("/api/notifications");
app.MapBounces();
await app.RunAsync();
