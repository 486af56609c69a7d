using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Gateway;
using PfP.Contracts.Identity;
using PfP.Contracts.Mail;
using PfP.Contracts.Search;

namespace PfP.Contracts;

/// <summary>
/// Which queues take each event. Every service declares all of them before it publishes, so that an event never
/// vanishes because its reader has not started yet.
/// </summary>
public static class Topology
{
    /// <summary>Durable queues by event type, named <c>service-event</c>.</summary>
    public static IReadOnlyDictionary<Type, IReadOnlyList<string>> Queues { get; } = new Dictionary<Type, IReadOnlyList<string>>
    {
        [typeof(EntryPublished)] = ["search-entry-published", "notifications-entry-published"],
        [typeof(EntryWithdrawn)] = ["search-entry-withdrawn", "notifications-entry-withdrawn"],
        [typeof(CallPublished)] = ["search-call-published", "notifications-call-published", "catalogue-call-published"],
        [typeof(CallChanged)] = ["notifications-call-changed"],
        [typeof(CallOpened)] = ["notifications-call-opened"],
        [typeof(CallClosed)] = ["notifications-call-closed"],
        [typeof(OutcomeDue)] = ["notifications-outcome-due"],
        [typeof(CallMoved)] = ["notifications-call-moved"],
        [typeof(CallReplied)] = ["notifications-call-replied"],
        [typeof(ReplyAnswered)] = ["notifications-reply-answered"],
        [typeof(SubmissionMoved)] = ["notifications-submission-moved"],
        [typeof(EntryMerged)] = ["notifications-entry-merged"],
        [typeof(ReviewDue)] = ["notifications-review-due"],
        [typeof(SavedSearchMatched)] = ["notifications-saved-search-matched"],
        [typeof(EntriesViewed)] = ["catalogue-entries-viewed"],
        [typeof(MemberApproved)] = ["notifications-member-approved"],
        [typeof(MemberAppointed)] = ["notifications-member-appointed"],
        [typeof(MemberRefused)] = ["notifications-member-refused"],
        [typeof(MemberContactChanged)] = ["notifications-member-contact-changed"],
        [typeof(MemberInterestsChanged)] = ["notifications-member-interests-changed"],
        [typeof(MemberErased)] = ["notifications-member-erased", "catalogue-member-erased", "calls-member-erased", "search-member-erased"],
        [typeof(IntroductionRequested)] = ["notifications-introduction-requested"],
        [typeof(IntroductionAnswered)] = ["notifications-introduction-answered"],
        [typeof(EngagementOpened)] = ["notifications-engagement-opened"],
        [typeof(EngagementAnswered)] = ["notifications-engagement-answered"],
        [typeof(DeviceSignedIn)] = ["notifications-device-signed-in"],
        [typeof(MailBounced)] = OfSenders("mail-bounced"),
        [typeof(AddressPaused)] = OfSenders("address-paused"),
        [typeof(AddressResumed)] = OfSenders("address-resumed"),
    };

    /// <summary>Of every service that sends mail.</summary>
    private static string[] OfSenders(string name) => [$"notifications-{name}", $"identity-{name}", $"calls-{name}", $"catalogue-{name}"];
}
