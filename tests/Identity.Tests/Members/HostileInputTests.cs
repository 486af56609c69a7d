using System.Net;
using System.Text.Json;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

/// <summary>Whatever stands in an address or a body is a value: refused by its name, or looked for and not found.</summary>
public sealed class HostileInputTests(IdentityHost host)
{
    private static readonly string[] Values =
    [
        "'", "' or 1=1; --", "\"); drop table members.members; --", "%", "_%_", "\\", "a\0b", "\u202e", "$$", "{\"$ne\":null}", "NEAR(\"a\" *)", new string('x', 5000),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("directory?q=")]
    [InlineData("directory?organisation=")]
    [InlineData("directory?country=")]
    [InlineData("directory?type=")]
    [InlineData("directory?offers=")]
    [InlineData("directory?seeks=")]
    [InlineData("directory?language=")]
    [InlineData("registrations?state=")]
    [InlineData("introductions?state=")]
    [InlineData("introductions?direction=")]
    [InlineData("abuse-reports?state=")]
    [InlineData("security-events?action=")]
    [InlineData("security-events?account=")]
    [InlineData("mails?state=")]
    [InlineData("threads?page=")]
    [InlineData("desk?pageSize=")]
    public async Task Query_IsNeverPartOfAStatement(string query)
    {
        await host.PeerAsync();
        using var staff = new Desk(host, Roles.Administrator);

        foreach (var value in Values)
        {
            using var answer = await staff.SendAsync(HttpMethod.Get, query + Uri.EscapeDataString(value));
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{value}: {answer.StatusCode}");
            if (answer.IsSuccessStatusCode)
            {
                using var list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
                Assert.True(list.RootElement.GetProperty("total").GetInt32() == 0, $"{value} finds something");
            }
        }
    }

    [Theory]
    [InlineData("registrations")]
    [InlineData("invitations")]
    [InlineData("directory")]
    [InlineData("introductions")]
    [InlineData("threads")]
    [InlineData("abuse-reports")]
    [InlineData("security-events")]
    [InlineData("mails")]
    [InlineData("desk")]
    public async Task List_IsReadNoDeeperThanItReaches(string list)
    {
        using var staff = new Desk(host, Roles.Administrator);

        foreach (var paging in new[] { "page=101&pageSize=100", "page=2147483647", "page=99999999999", "page=0", "page=-1", "pageSize=0", "pageSize=101" })
        {
            using var answer = await staff.SendAsync(HttpMethod.Get, $"{list}?{paging}");
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{paging}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Words_HoweverMany_AreLookedFor()
    {
        using var desk = host.DeskOf(await host.PeerAsync());

        using var answer = await desk.SendAsync(HttpMethod.Get, $"directory?q={string.Join('+', Enumerable.Repeat("a", 50))}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("introductions", "message")]
    [InlineData("threads/{thread}/messages", "text")]
    [InlineData("abuse-reports", "reason")]
    [InlineData("engagements", "kind")]
    [InlineData("engagements", "message")]
    [InlineData("engagements", "title")]
    [InlineData("threads/{thread}/close", "outcome")]
    [InlineData("registrations/{waiting}/approve", "role")]
    [InlineData("registrations/{waiting}/approve", "entity")]
    [InlineData("registrations/{waiting}/refuse", "reason")]
    [InlineData("{member}/successor", "name")]
    [InlineData("{member}/successor", "email")]
    [InlineData("{member}/role", "role")]
    [InlineData("{member}/role", "entity")]
    public async Task Body_WithWhatNoTextHolds_IsRefusedAtTheField(string path, string field)
    {
        var (one, other, waiting) = (await host.PeerAsync(), await host.PeerAsync(role: Roles.Administrator), await host.AddAsync(host.Waiting("Sample Waiting")));
        var thread = await host.ThreadAsync(one, other);
        using var desk = host.DeskOf(other);
        var target = path.Replace("{thread}", $"{thread}", StringComparison.Ordinal).Replace("{waiting}", $"{waiting.Id}", StringComparison.Ordinal).Replace("{member}", $"{one.Id}", StringComparison.Ordinal);
        var entry = host.Entry("country:KE");
        var body = new Dictionary<string, object?>
        {
            ["to"] = one.Id,
            ["message"] = "A message.",
            ["text"] = "A text.",
            ["threadId"] = thread,
            ["messageId"] = thread,
            ["reason"] = "A reason.",
            ["entryKind"] = entry.Kind,
            ["slug"] = entry.Slug,
            ["kind"] = field == "title" ? "present" : "ask",
            ["outcome"] = "agreed",
            ["role"] = Roles.Member,
            ["entity"] = "country:MD",
            ["name"] = "Sample Successor",
            ["email"] = People.NewEmail(),
        };
        body[field] = "a\0b";

        using var answer = await desk.SendAsync(path.EndsWith("/role", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post, target, body, version: 1);

        var problem = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode}: {problem}");
        Assert.Contains($"\"{field}\"", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country")]
    [InlineData("role")]
    [InlineData("language")]
    [InlineData("email")]
    public async Task Row_WithWhatNoTextHolds_IsExplained(string field)
    {
        var row = new Dictionary<string, string> { ["name"] = "Sample Officer", ["email"] = People.NewEmail(), ["country"] = "KE", ["role"] = "member", ["language"] = "en" };
        row[field] = "a\0b";
        using var desk = new Desk(host);

        var report = await ReportAsync(await desk.SendAsync(HttpMethod.Post, "invitations", new { rows = new[] { row } }));

        Assert.NotNull(Assert.Single(report.Rows).Problem);
    }

    [Theory]
    [InlineData("/account/register", "register", "position")]
    [InlineData("/account/register", "register", "country")]
    [InlineData("/account/register", "register", "type")]
    [InlineData("/account/register", "register", "role")]
    [InlineData("/account/forgot", "forgot", "email")]
    [InlineData("/account/sign-in", "sign-in", "email")]
    [InlineData("/account/sign-in", "sign-in", "password")]
    public async Task Form_WithAControlCharacter_IsRefused(string path, string form, string field)
    {
        using var visitor = new Visitor(host);

        var answer = form == "register" ? await visitor.RegisterAsync(People.NewEmail(), (field, "a\u0007b"))
            : await visitor.SubmitAsync(path, form, [.. new[] { ("email", People.NewEmail()), ("password", People.Password) }.Where(given => given.Item1 != field), (field, "a\u0007b")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    private static async Task<InvitationReports> ReportAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return JsonSerializer.Deserialize<InvitationReports>(await answer.Content.ReadAsStringAsync(Cancellation), JsonSerializerOptions.Web)!;
        }
    }
}
