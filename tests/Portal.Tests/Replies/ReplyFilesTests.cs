using System.Net;
using System.Text.Json;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Portal.Tests.Replies;

/// <summary>Documents that are sent with a reply: kept whatever else is wrong with the form.</summary>
public sealed class ReplyFilesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string OpenToAll = "/calls/open-to-all/reply";
    private const string Field = "newFiles";

    private static readonly (string, string)[] Reply = [("offers", "data"), ("message", "We can help.")];

    private static readonly (string, string)[] Guest =
        [.. Reply, ("name", "Ada Guest"), ("organisation", "Institute"), ("email", "ada@guest.example"), ("country", "GH"), ("second-address", "")];

    private FakeReplies Replies => portal.Behind.Replies;

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    [Theory]
    [InlineData("reply", "reply")]
    [InlineData("guest", "guest-replies")]
    public async Task File_IsSentFirst_AndTheReplyNamesIt(string form, string path)
    {
        var before = Replies.Told.Count;
        var visit = await portal.SubmitAsync(OpenToAll, form, form == "guest" ? null : Member, [(Field, "C:\\Proposal.PDF", SampleFiles.Pdf())], form == "guest" ? Guest : Reply);

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        var (file, reply) = (Replies.Told.ElementAt(before), Replies.Told.Last());
        Assert.StartsWith($"POST /open-to-all/{path}/files?name=Proposal.pdf ", file, StringComparison.Ordinal);
        Assert.Contains("%PDF-1.4", file, StringComparison.Ordinal);
        using var body = JsonDocument.Parse(reply[reply.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal([$"{FakeSubmissions.AddedFile}"], body.RootElement.GetProperty("files").EnumerateArray().Select(named => named.GetProperty("id").GetString()));
        // A guest has nothing but the key to say that both are theirs.
        Assert.True(form != "guest" || file.Split(' ')[2] == reply.Split(' ')[2]);
    }

    [Theory]
    [InlineData("reply")]
    [InlineData("guest")]
    public async Task File_StaysInTheForm_WhateverElseIsWrong(string form)
    {
        var visit = await portal.SubmitAsync(
            $"/fr{OpenToAll}", form, form == "guest" ? null : Member,
            [(Field, "good.pdf", SampleFiles.Pdf()), (Field, "large.pdf", new byte[FileCheck.LargestBytes + 1]), (Field, "page.html", "<script>"u8.ToArray())],
            [.. (form == "guest" ? Guest : Reply).Where(filled => filled.Item1 != "offers")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("#offers", visit.Links(".error-summary"));
        Assert.Contains("large.pdf dépasse 5 Mo", visit.Text("#files-error"), StringComparison.Ordinal);
        Assert.DoesNotContain("enregistré", visit.Text("#files-error"), StringComparison.Ordinal);
        Assert.Equal([$"{FakeSubmissions.AddedFile}"], visit.Page.QuerySelectorAll("input[name=fileId]").Select(input => input.GetAttribute("value")));
        Assert.Contains("We can help.", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reply")]
    [InlineData("guest")]
    public async Task File_IsAddedWithoutSending(string form)
    {
        var before = Replies.Told.Count;
        var visit = await portal.SubmitAsync(OpenToAll, form, form == "guest" ? null : Member, [(Field, "good.pdf", SampleFiles.Pdf())], ("message", "Not yet"), ("then", "files"));

        Assert.Equal((HttpStatusCode.OK, before + 1), (visit.Status, Replies.Told.Count));
        Assert.Equal(["good.pdf"], visit.Page.QuerySelectorAll("input[name=fileName]").Select(input => input.GetAttribute("value")));
        Assert.Contains("Not yet", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_IsLinkedForSenderAndOwner()
    {
        var own = await portal.VisitAsync("/calls/replied-here/reply", Member);
        var ofGuest = await portal.VisitAsync($"/calls/reply?token={FakeReplies.Confirmed}");
        var received = await portal.VisitAsync($"/contribute/calls/{FakeCallDrafts.Open}/replies", Member);

        Assert.Contains($"/api/calls/replied-here/reply/files/{FakeSubmissions.KeptFile}", own.Links("main"));
        Assert.Contains($"/api/calls/replies/guest/files/{FakeSubmissions.KeptFile}?token={FakeReplies.Confirmed}", ofGuest.Links("main"));
        Assert.Contains($"/api/calls/submissions/{FakeCallDrafts.Open}/replies/{FakeReplies.OfGuest}/files/{FakeSubmissions.KeptFile}", received.Links("main"));
    }
}
