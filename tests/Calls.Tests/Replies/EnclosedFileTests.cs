using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Replies;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Calls.Tests.Replies;

/// <summary>Documents of replies: for whoever sent them and the owner of the call, and gone with the reply.</summary>
public sealed class EnclosedFileTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_OfAMember_IsReadBySenderAndOwnerAlone()
    {
        using var at = await Replying.ToACallAsync(host);
        using var other = await Replying.ToACallAsync(host);
        using var member = at.Member();
        var file = await member.AttachAsync($"/{at.Slug}/reply/files", "../Proposal.pdf", SampleFiles.Pdf("A proposal"));
        var early = await at.Focal.StatusAsync(HttpMethod.Get, $"/submissions/{at.Call.Id}/replies/{Guid.Empty}/files/{file.Id}");
        var reply = await at.ReplyAsync(member, Replying.Offer with { Files = [new(file.Id, "Our proposal") { Name = "forged.html", MediaType = "text/html" }] });

        var received = Assert.Single(await at.ReadAsync());
        Assert.Equal(new SubmissionFile(file.Id, "Our proposal") { Name = "Proposal.pdf", MediaType = "application/pdf", Bytes = file.Bytes }, Assert.Single(received.Files));
        var (own, ofOwner) = ($"/{at.Slug}/reply/files/{file.Id}", $"/submissions/{at.Call.Id}/replies/{reply.Id}/files/{file.Id}");
        using var download = await at.Focal.AskAsync(HttpMethod.Get, ofOwner);
        Assert.Equal(SampleFiles.Pdf("A proposal"), await download.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(("attachment", "Proposal.pdf"), (download.Content.Headers.ContentDisposition?.DispositionType, download.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(["nosniff"], download.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(download.Headers.CacheControl?.NoStore);
        using var stranger = at.Member("GH");
        using var colleague = at.Member();
        using var moderator = new Calling(host, "moderator", null);
        using var administrator = new Calling(host, "administrator", null);
        using var pending = new Calling(host, "pending", at.Owner);
        using var visitor = new Calling(host, "visitor", null);
        foreach (var (who, person, expected) in new[]
        {
            ("sender", member, "200 404 404 404"), ("owner", at.Focal, "404 200 404 404"), ("stranger", stranger, "404 404 404 404"), ("sender's colleague", colleague, "404 404 404 404"),
            ("owner of another call", other.Focal, "404 404 404 404"), ("moderator", moderator, "404 404 404 404"), ("administrator", administrator, "404 404 404 404"),
            ("pending", pending, "403 403 404 404"), ("visitor", visitor, "401 401 404 404"),
        })
        {
            var answers = new List<int>();
            foreach (var path in new[] { own, ofOwner, $"/files/{file.Id}/Proposal.pdf", $"/replies/guest/files/{file.Id}?token=none" })
            {
                answers.Add(await person.StatusAsync(HttpMethod.Get, path));
            }

            Assert.Equal($"{who}: {expected}", $"{who}: {string.Join(' ', answers)}");
        }

        // Neither through another reply, nor through another call of one's own.
        Assert.Equal((404, 404), (await at.Focal.StatusAsync(HttpMethod.Get, $"/submissions/{at.Call.Id}/replies/{Guid.NewGuid()}/files/{file.Id}"), early));
        Assert.Equal(404, await other.Focal.StatusAsync(HttpMethod.Get, $"/submissions/{other.Call.Id}/replies/{reply.Id}/files/{file.Id}"));
        using var verbs = await stranger.AskAsync(HttpMethod.Delete, own);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, verbs.StatusCode);
    }

    [Fact]
    public async Task File_OfAnother_IsNotNamed()
    {
        using var at = await Replying.ToACallAsync(host);
        using var other = await Replying.ToACallAsync(host);
        using var member = at.Member();
        using var stranger = at.Member("GH");
        using var visitor = new Calling(host, "visitor", null);
        var file = await member.AttachAsync($"/{at.Slug}/reply/files", "Proposal.pdf", SampleFiles.Pdf());
        var ofGuest = await visitor.AttachAsync($"/{at.Slug}/guest-replies/files", "Guest.pdf", SampleFiles.Pdf(), key: "one-attempt");

        Assert.Equal(["files"], await Refused.FieldsAsync(at.TryReplyAsync(stranger, Replying.Offer with { Files = [new(file.Id, null)] })));
        Assert.Equal(["files"], await Refused.FieldsAsync(at.TryReplyAsync(stranger, Replying.Offer with { Files = [new(ofGuest.Id, null)] })));
        Assert.Equal(["files"], await Refused.FieldsAsync(other.TryReplyAsync(member, Replying.Offer with { Files = [new(file.Id, null)] })));
        Assert.Equal(["files"], await Refused.FieldsAsync(at.TrySendAsync(at.Guest with { Files = [new(ofGuest.Id, null)] }, key: "another-attempt")));
        Assert.Equal(["files"], await Refused.FieldsAsync(at.TrySendAsync(at.Guest with { Files = [new(ofGuest.Id, null)] })));
        Assert.Equal(["files"], await Refused.FieldsAsync(at.TryReplyAsync(member, Replying.Offer with { Files = [.. Enumerable.Repeat(new SubmissionFile(file.Id, null), 6)] })));
    }

    [Fact]
    public async Task File_ThatTheReplyNamesNoMore_IsErased_AndAllOfThemWithIt()
    {
        using var at = await Replying.ToACallAsync(host);
        using var member = at.Member();
        var (one, two) = (await AttachAsync(at, member, "One"), await AttachAsync(at, member, "Two"));
        await at.ReplyAsync(member, Replying.Offer with { Files = [new(one.Id, null), new(two.Id, null)] });
        await at.ReplyAsync(member, Replying.Offer with { Files = [new(two.Id, null)] });

        Assert.Equal([two.Id], await KeptAsync(at));
        Assert.Equal(HttpStatusCode.NoContent, (HttpStatusCode)await member.StatusAsync(HttpMethod.Delete, $"/{at.Slug}/reply"));
        Assert.Empty(await KeptAsync(at));
    }

    [Fact]
    public async Task File_OfAGuest_IsReadByTheirLink_AndByTheOwnerOnceConfirmed_AndErasedByIt()
    {
        using var at = await Replying.ToACallAsync(host);
        using var visitor = new Calling(host, "visitor", null);
        var key = $"{Guid.NewGuid()}";
        var file = await visitor.AttachAsync($"/{at.Slug}/guest-replies/files", "Proposal.pdf", SampleFiles.Pdf("Of a guest"), key);
        Assert.Equal(HttpStatusCode.Accepted, await at.SendAsync(at.Guest with { Files = [new(file.Id, "Proposal")] }, key));
        var token = await at.TokenAsync();
        var reply = await host.InDatabaseAsync(db => db.Replies.Where(sent => sent.CallId == at.Call.Id).Select(sent => sent.Id).SingleAsync(Cancellation));
        var ofOwner = $"/submissions/{at.Call.Id}/replies/{reply}/files/{file.Id}";
        var unconfirmed = await at.Focal.StatusAsync(HttpMethod.Get, ofOwner);

        await at.LinkAsync(HttpMethod.Post, token);

        Assert.Equal("Proposal", Assert.Single((await at.ReadLinkAsync(token)).Form.Files).Label);
        using var byLink = await visitor.AskAsync(HttpMethod.Get, $"/replies/guest/files/{file.Id}?token={token}");
        Assert.Equal(SampleFiles.Pdf("Of a guest"), await byLink.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.True(byLink.Headers.CacheControl?.NoStore);
        Assert.Equal((404, 200), (unconfirmed, await at.Focal.StatusAsync(HttpMethod.Get, ofOwner)));
        await at.LinkAsync(HttpMethod.Delete, token);
        Assert.Equal(404, await visitor.StatusAsync(HttpMethod.Get, $"/replies/guest/files/{file.Id}?token={token}"));
        Assert.Empty(await KeptAsync(at));
    }

    [Fact]
    public async Task File_IsTakenOnlyWhereTheReplyWouldBe()
    {
        using var byMail = await Replying.ToACallAsync(host, Calling.Complete);
        using var forMembers = await Replying.ToACallAsync(host, Replying.Here with { AdmitsGuests = false });
        using var member = byMail.Member();
        using var visitor = new Calling(host, "visitor", null);

        using var notHere = await member.UploadAsync($"/{byMail.Slug}/reply/files", "Proposal.pdf", SampleFiles.Pdf());
        using var ofGuest = await visitor.UploadAsync($"/{forMembers.Slug}/guest-replies/files", "Proposal.pdf", SampleFiles.Pdf(), "key");
        using var noCall = await member.UploadAsync("/none/reply/files", "Proposal.pdf", SampleFiles.Pdf());

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.NotFound), (notHere.StatusCode, ofGuest.StatusCode, noCall.StatusCode));
        Assert.Equal(["Idempotency-Key"], await Refused.FieldsAsync(visitor.UploadAsync($"/{forMembers.Slug}/guest-replies/files", "Proposal.pdf", SampleFiles.Pdf())));
        Assert.Equal(["files"], await Refused.FieldsAsync(member.UploadAsync($"/{forMembers.Slug}/reply/files", "page.pdf", "<script>"u8.ToArray())));
    }

    [Fact]
    public async Task File_ThatNoReplyNames_IsForgottenAfterADay_AndAMembersWithThem()
    {
        using var at = await Replying.ToACallAsync(host);
        var id = Guid.CreateVersion7();
        using var member = at.Member(id: id);
        var named = await AttachAsync(at, member, "Named");
        await at.ReplyAsync(member, Replying.Offer with { Files = [new(named.Id, null)] });
        var left = await AttachAsync(at, member, "Left");
        var forget = host.Services.GetRequiredService<ForgetGuests>();

        await forget.ForgetAsync(TimeProvider.System.GetUtcNow() + EnclosedFile.ToBeNamed - TimeSpan.FromMinutes(10), Cancellation);
        Assert.Contains(left.Id, await KeptAsync(at));
        await forget.ForgetAsync(TimeProvider.System.GetUtcNow() + EnclosedFile.ToBeNamed + TimeSpan.FromMinutes(10), Cancellation);
        Assert.Equal([named.Id], await KeptAsync(at));

        await AttachAsync(at, member, "Left again");
        await host.Services.GetRequiredService<EventPublisher>().PublishAsync(new MemberErased(id, 9), Guid.CreateVersion7(), Cancellation);
        await Eventually.TrueAsync(async () => (await KeptAsync(at)).Count == 0, "the files are gone with the member");
    }

    private static Task<SubmissionFile> AttachAsync(Replying at, Calling member, string text) => member.AttachAsync($"/{at.Slug}/reply/files", $"{text}.pdf", SampleFiles.Pdf(text));

    private Task<List<Guid>> KeptAsync(Replying at) => host.InDatabaseAsync(db => db.EnclosedFiles.Where(file => file.CallId == at.Call.Id).Select(file => file.Id).ToListAsync(Cancellation));
}
