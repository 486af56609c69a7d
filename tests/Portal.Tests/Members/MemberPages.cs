namespace PfP.Portal.Tests.Members;

/// <summary>Every page for members, and the lowest role that opens it.</summary>
public static class MemberPages
{
    private static readonly (string Path, string Role)[] Pages =
    [
        ("/desk", "member"),
        ("/desk/registrations", "moderator"),
        ("/desk/registrations?state=approved", "moderator"),
        ($"/desk/registrations/{FakeMembers.Id}", "moderator"),
        ("/desk/registrations/0190b6f0-0000-7000-8000-000000000002", "moderator"),
        ("/desk/invitations", "focal_point"),
        ($"/desk/abuse-reports/{FakeMembers.Id}", "moderator"),
        ("/desk/security-log", "administrator"),
        ($"/desk/security-log?account={FakeMembers.Id}&action=signed-in", "administrator"),
        ("/desk/submissions", "moderator"),
        ("/desk/links", "moderator"),
        ("/desk/on-behalf", "moderator"),
        ($"/desk/submissions/{FakeConfirmations.Unconfirmed}", "moderator"),
        ($"/desk/submissions/{FakeConfirmations.Confirmed}", "moderator"),
        ("/desk/sessions", "moderator"),
        ("/desk/sessions/pfp-berlin", "moderator"),
        ($"/contribute/{FakeSubmissions.SessionDraft}", "member"),
        ($"/contribute/{FakeSubmissions.SessionDraft}?preview", "member"),
        ($"/contribute/{FakeSubmissions.PublishedSession}", "member"),
        ("/desk/reports", "moderator"),
        ("/desk/mails", "moderator"),
        ("/desk/mails?state=planned&service=calls", "moderator"),
        ("/desk/mails?state=sent", "moderator"),
        ("/desk/mails?state=paused", "moderator"),
        ("/desk/reports?state=closed", "moderator"),
        ($"/desk/reports/{FakeReports.Open}", "moderator"),
        ($"/desk/reports/{FakeReports.Closed}", "moderator"),
        ("/desk/reports?of=calls&state=closed", "moderator"),
        ($"/desk/reports/calls/{FakeReports.Open}", "moderator"),
        ($"/desk/entries/{FakeDeskEntries.Published}", "moderator"),
        ($"/desk/entries/{FakeDeskEntries.Published}?step=merge", "moderator"),
        ($"/desk/entries/{FakeDeskEntries.Merged}", "moderator"),
        ($"/desk/submissions/{FakeSubmissions.Submitted}", "moderator"),
        ("/contribute", "member"),
        ($"/contribute/{FakeSubmissions.Draft}", "member"),
        ($"/contribute/{FakeSubmissions.ToolDraft}?preview", "member"),
        ($"/contribute/{FakeSubmissions.Submitted}", "member"),
        ($"/contribute/{FakeSubmissions.ChangesRequested}", "member"),
        ($"/contribute/{FakeSubmissions.Published}", "member"),
        ($"/contribute/{FakeSubmissions.Correction}", "member"),
        ($"/contribute/{FakeSubmissions.ToolDraft}", "member"),
        ($"/contribute/{FakeSubmissions.SubmittedTool}", "member"),
        ($"/contribute/{FakeSubmissions.PublishedTool}", "member"),
        ($"/contribute/tools/{FakeOwnPractices.OwnTool}", "member"),
        ($"/contribute/{FakeSubmissions.LessonDraft}", "member"),
        ($"/contribute/{FakeSubmissions.SubmittedLesson}", "member"),
        ($"/contribute/{FakeSubmissions.PublishedLesson}", "member"),
        ($"/desk/submissions/{FakeSubmissions.SubmittedLesson}", "moderator"),
        ($"/contribute/tools/{FakeOwnPractices.Free}", "member"),
        ($"/desk/submissions/{FakeSubmissions.SubmittedTool}", "moderator"),
        ($"/desk/submissions/{FakeSubmissions.ToolCorrection}", "moderator"),
        ($"/contribute/practices/{FakeOwnPractices.Own}", "member"),
        ($"/contribute/practices/{FakeOwnPractices.Free}", "member"),
        ($"/desk/submissions/{FakeSubmissions.SubmittedCorrection}", "moderator"),
        ($"/desk/submissions/{FakeSubmissions.Published}", "moderator"),
        ("/desk/calls", "moderator"),
        ("/desk/calls?state=completed", "moderator"),
        ($"/desk/calls/{FakeCallDrafts.Submitted}", "moderator"),
        ($"/desk/calls/{FakeCallDrafts.Open}", "moderator"),
        ($"/desk/calls/{FakeCallDrafts.Submitted}/mails", "moderator"),
        ($"/desk/calls/{FakeCallDrafts.Open}/mails?lang=fr", "moderator"),
        ($"/desk/calls/{FakeCallDrafts.Unready}/mails", "moderator"),
        ($"/contribute/calls/{FakeCallDrafts.Draft}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Submitted}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.ChangesRequested}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Refused}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Open}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Closed}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Cancelled}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Completed}", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Open}/replies", "member"),
        ($"/contribute/calls/{FakeCallDrafts.Open}/replies?sort=country", "member"),
        ("/members/replies", "member"),
        ("/members", "member"),
        ("/members?q=some&offers=remittances", "member"),
        ($"/members/{FakeMembers.Id}", "member"),
        ("/members/introductions", "member"),
        ($"/members/introductions/{FakeMembers.Id}", "member"),
        ("/members/threads", "member"),
        ("/members/following", "member"),
        ("/members/follow-search?q=some&theme=remittances&country=KE", "member"),
        ("/members/following/closing", "member"),
        ("/members/following/closing?not-for-us", "member"),
        ("/members/following/practices/sending-money-home", "member"),
        ("/members/following/practices/hostile", "member"),
        ("/members/following/tools/guide", "member"),
        ("/members/following/sessions/pfp-berlin", "member"),
        ($"/members/threads/{FakeMembers.Id}", "member"),
    ];

    private static readonly string[] Roles = ["", "member", "focal_point", "moderator", "administrator"];

    public static TheoryData<string> All => [.. Pages.Select(page => page.Path)];

    public static TheoryData<string> Desk => [.. Pages.Select(page => page.Path).Where(IsOfTheDesk)];

    /// <summary>All others.</summary>
    public static TheoryData<string> Own => [.. Pages.Select(page => page.Path).Where(path => !IsOfTheDesk(path))];

    public static TheoryData<string, string, bool> ByRole => [.. Pages.SelectMany(
        page => Roles.Select(role => new TheoryDataRow<string, string, bool>(page.Path, role, Array.IndexOf(Roles, role) >= Array.IndexOf(Roles, page.Role))))];

    private static bool IsOfTheDesk(string path) => path.StartsWith("/desk", StringComparison.Ordinal);
}
