using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Gateway;
using PfP.Contracts.Identity;
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
        [typeof(EntryPublished)] = ["search-entry-published"],
        [typeof(EntryWithdrawn)] = ["search-entry-withdrawn"],
        [typeof(CallPublished)] = ["search-call-published", "notifications-call-published"],
        [typeof(CallChanged)] = ["notifications-call-changed"],
        [typeof(CallOpened)] = ["notifications-call-opened"],
        [typeof(CallClosed)] = ["notifications-call-closed"],
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
        [typeof(DeviceSignedIn)] = ["notifications-device-signed-in"],
    };
}
