using System.Net;

namespace PfP.Portal.Tests.Security;

/// <summary>Whatever is typed into a form, and whatever a service says of it, is shown again as text.</summary>
public sealed class HostileFormsTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Announcement = "title text language shownFrom link eventFrom eventFromTime eventTo eventToTime place zone";

    private static readonly string Typed = $"Mine: {HostileSubmissions.Line}";

    /// <summary>A page, one of its forms, and the fields of it.</summary>
    public static TheoryData<string, string, string> Forms => new()
    {
        { "/contribute/chain/practices/sending-money-home", "add", "relation other" },
        { $"/contribute/chain/practices/sending-money-home?withdraw={FakeChains.Own}", "withdraw", "reason" },
        { "/desk/groups", "add", "name language fromYear toYear" },
        { "/desk/groups/covid-19", "describe", "name language fromYear toYear" },
        { "/desk/groups/covid-19", "chair", "country organisation" },
        { "/contribute/groups/covid-19", "mandate", "mandate" },
        { "/contribute/groups/covid-19?year=2021", "year", "plan planFor results resultsFor" },
        { "/contribute/groups/covid-19", "documents", "fileLabel fileFor" },
        { "/desk/announcements", "add", Announcement },
        { $"/desk/announcements/{FakeAnnouncements.Event}", "change", Announcement },
        { "/members/engage/practices/sending-money-home", "engage", "kind message" },
        { "/members/engage/sessions/pfp-ahead", "engage", "kind title message" },
        { $"/members/threads/{FakeMembers.AboutEntry}", "close", "outcome message" },
    };

    public void Dispose() => Refuse(null);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_ShownAgain_ShowsItAsText(string path, string form, string fields)
    {
        var names = fields.Split(' ');
        // Nobody engages with what is their own, and the secretariat answers for what is nobody's.
        var reader = path.StartsWith("/members/engage", StringComparison.Ordinal) ? portal.Issuer.AccessToken() : portal.Issuer.AccessToken(roles: ["administrator"], entity: "country:KE");
        Refuse(names.Append(HostileSubmissions.Line).ToDictionary(name => name, _ => new[] { HostileSubmissions.Line }));

        // A line is too long for a reason, and none of them is a choice.
        var visit = await portal.SubmitAsync(path, form, reader, [.. names.Select(name => (name, name == "reason" ? $"{Typed}{new string('x', 500)}" : Typed))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains(visit.Page.QuerySelectorAll("main input, main textarea"), field => (field.GetAttribute("value") ?? field.TextContent).StartsWith(Typed, StringComparison.Ordinal));
        Harmless.Check(visit);
    }

    private void Refuse(Dictionary<string, string[]>? wrong) => (portal.Behind.Chains.Wrong, portal.Behind.Groups.Wrong, portal.Behind.Announcements.Wrong) = (wrong, wrong, wrong);
}
