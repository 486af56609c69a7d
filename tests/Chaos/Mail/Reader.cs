using System.Globalization;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;

namespace PfP.Chaos.Mail;

/// <summary>A member who follows a call, and who sends a contribution in while things break.</summary>
/// <param name="IsKnown">False where the mail server says that there is no such address.</param>
internal sealed record Reader(MemberApproved Member, CallPublished Call, SubmissionMoved? Contribution, bool IsKnown)
{
    private const int Calls = 20;
    private const int ContributesEvery = 5;
    private const int UnknownEvery = 50;

    public string Address => Member.Contact.Email;

    public string ReminderSubject => $"Closes in {MailScenario.Rung} days: {Call.Texts["en"].Title}";

    /// <param name="closesAt">When all calls close; by UTC at a full minute.</param>
    /// <param name="setAt">When that was set: rungs before it are not planned.</param>
    public static IReadOnlyList<Reader> Make(int count, DateTimeOffset closesAt, DateTimeOffset setAt)
    {
        var calls = Enumerable.Range(1, Calls).Select(number => MakeCall(number, closesAt, setAt)).ToList();
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var id = Guid.CreateVersion7();
            var contact = new MemberContact($"Reader {Text(number)}", $"reader-{Text(number)}@example.org", "en", "UTC");
            // Invited, so that no other mail is due to them.
            var member = new MemberApproved(id, 1, contact, ["member"]) { Invited = true };
            var isKnown = number % UnknownEvery != 0;
            var contribution = isKnown && number % ContributesEvery == 0 ? new SubmissionMoved(Guid.CreateVersion7(), 1, SubmissionMoves.Submitted, id) : null;
            return new Reader(member, calls[number % Calls], contribution, isKnown);
        })];
    }

    private static CallPublished MakeCall(int number, DateTimeOffset closesAt, DateTimeOffset setAt)
    {
        var slug = $"call-{Text(number)}";
        return new CallPublished(
            Guid.CreateVersion7(), 1, slug, $"/calls/{slug}", CallStates.Published, "en",
            new Dictionary<string, EntryText> { ["en"] = new($"Call {Text(number)}", null, null, "human") },
            [new("MD", "lead")], [], [], [], [], [])
        {
            ClosesAt = closesAt,
            Deadline = new(DateOnly.FromDateTime(closesAt.UtcDateTime), TimeOnly.FromDateTime(closesAt.UtcDateTime), "UTC", "minute"),
            DeadlineSetAt = setAt,
            PublishedAt = setAt,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
