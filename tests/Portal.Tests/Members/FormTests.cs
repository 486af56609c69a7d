using System.Net;

namespace PfP.Portal.Tests.Members;

/// <summary>What the forms for members ask of the members API, and what they show when it says no.</summary>
public sealed class FormTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Registration = $"/desk/registrations/{FakeMembers.Id}";
    private static readonly string Approved = "/desk/registrations/0190b6f0-0000-7000-8000-000000000002";

    private string Staff => portal.Issuer.AccessToken(roles: ["administrator"]);

    public static TheoryData<string, string, string, (string, string)[]> Forms => new()
    {
        { Registration, "approve", $$"""POST /registrations/{{FakeMembers.Id}}/approve {"role":"member","entity":"country:MD"}""", [("role", "member"), ("entity", " country:MD ")] },
        { Registration, "approve", $$"""POST /registrations/{{FakeMembers.Id}}/approve {"role":"moderator","entity":null}""", [("role", "moderator"), ("entity", "")] },
        { Registration, "refuse", $$"""POST /registrations/{{FakeMembers.Id}}/refuse {"reason":"Not a government"}""", [("reason", "Not a government")] },
        { Approved, "renew", "POST /0190b6f0-0000-7000-8000-000000000002/renew", [] },
        { Approved, "succeed", """POST /0190b6f0-0000-7000-8000-000000000002/successor {"name":"Next","email":"next@example.org"}""", [("name", "Next"), ("email", "next@example.org")] },
        { Approved, "change-role", """PUT /0190b6f0-0000-7000-8000-000000000002/role {"role":"focal_point","entity":"country:MD"}""", [("role", "focal_point"), ("entity", "country:MD")] },
        { "/desk/invitations", "existing", $"POST /invitations/{FakeMembers.Id}/resend", [("resend", FakeMembers.Id.ToString())] },
        { "/desk/invitations", "existing", $"DELETE /invitations/{FakeMembers.Id}", [("withdraw", FakeMembers.Id.ToString())] },
        { $"/desk/abuse-reports/{FakeMembers.Id}", "close", $$"""POST /abuse-reports/{{FakeMembers.Id}}/close {"decision":"member_ended"}""", [("decision", "member_ended")] },
        { $"/members/{FakeMembers.Id}", "ask", $$"""POST /introductions {"to":"{{FakeMembers.Id}}","message":"Good day"}""", [("message", "Good day")] },
        { $"/members/introductions/{FakeMembers.Id}", "answer", $"POST /introductions/{FakeMembers.Id}/accept", [("answer", "accept")] },
        { $"/members/introductions/{FakeMembers.Id}", "answer", $"POST /introductions/{FakeMembers.Id}/decline", [("answer", "decline")] },
        { $"/members/introductions/{FakeMembers.Id}", "report", $$"""POST /abuse-reports {"introductionId":"{{FakeMembers.Id}}","threadId":null,"messageId":null,"reason":"Rude"}""", [("reason", "Rude")] },
        { $"/members/threads/{FakeMembers.Id}", "write", $$"""POST /threads/{{FakeMembers.Id}}/messages {"text":"Good day"}""", [("text", "Good day")] },
        { $"/members/threads/{FakeMembers.Id}", "share", $"POST /threads/{FakeMembers.Id}/share-contacts", [("share", "yes")] },
        { $"/members/threads/{FakeMembers.Id}", "share", $"DELETE /threads/{FakeMembers.Id}/share-contacts", [("share", "no")] },
        { $"/members/threads/{FakeMembers.Id}", "report", $$"""POST /abuse-reports {"introductionId":null,"threadId":"{{FakeMembers.Id}}","messageId":"{{FakeMembers.Id}}","reason":"Rude"}""", [("reason", "Rude")] },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_WhenItIsRight_DoesWhatItSaysAndGoesOn(string path, string form, string told, (string, string)[] fields)
    {
        var visit = await portal.SubmitAsync(path, form, Staff, fields);

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.Contains(told, portal.Members.Told);
    }

    [Fact]
    public async Task Decision_OnWhatChangedMeanwhile_IsNotTakenAndKeepsWhatWasTyped()
    {
        var visit = await portal.SubmitAsync(Registration, "refuse", Staff, ("reason", "Not a government"), ("version", "2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("Somebody else has changed this meanwhile", visit.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Not a government", visit.Text("textarea[name=reason]"));
    }

    [Theory]
    [InlineData("/desk/registrations/", "refuse", "reason")]
    [InlineData("/members/", "ask", "message")]
    [InlineData("/members/introductions/", "report", "reason")]
    [InlineData("/members/threads/", "write", "text")]
    public async Task Form_LeftEmpty_SaysSoAtTheField(string path, string form, string field)
    {
        var visit = await portal.SubmitAsync($"{path}{FakeMembers.Id}", form, Staff, (field, "  "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal("true", visit.Page.QuerySelector($"[name={field}]")!.GetAttribute("aria-invalid"));
        Assert.Equal([$"#{field}"], visit.Links(".error-summary"));
    }

    [Fact]
    public async Task Introduction_SentTwice_IsNamedTheSame()
    {
        var page = await portal.VisitAsync($"/members/{FakeMembers.Id}", Staff);
        var attempt = page.Page.QuerySelector("input[name=attempt]")!.GetAttribute("value")!;

        var again = await portal.SubmitAsync($"/members/{FakeMembers.Id}", "ask", Staff, ("message", ""), ("attempt", attempt));

        Assert.Equal(attempt, again.Page.QuerySelector("input[name=attempt]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task List_WithAFaultyRow_InvitesTheOthersAndExplainsIt()
    {
        var visit = await portal.SubmitAsync("/es/desk/invitations", "invite", Staff, ("list", "name,email\nGood,good@example.org\nBad,bad"));

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("Se ha invitado a 1 persona.", visit.Text(".notice-strong"), StringComparison.Ordinal);
        Assert.Contains("Línea 2 (bad): la dirección de correo no es válida.", visit.Text(".notice-strong li"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AsAFile_IsReadAsItIs()
    {
        using var client = portal.CreateReader();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Staff);
        var page = await client.GetStringAsync(new Uri("/desk/invitations", UriKind.Relative), TestContext.Current.CancellationToken);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("invite"), "_handler" },
            { new StringContent(""), "list" },
            { new StringContent("name,email\nÉlodie,file@example.org"), "file", "people.csv" },
        };

        using var response = await client.PostAsync(new Uri("/desk/invitations", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("POST /invitations/file name,email\nÉlodie,file@example.org", portal.Members.Told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one line only")]
    public async Task List_ThatIsNone_SaysWhatItNeeds(string list)
    {
        var visit = await portal.SubmitAsync("/desk/invitations", "invite", Staff, ("list", list));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal(list, visit.Text("textarea[name=list]"));
    }
}
