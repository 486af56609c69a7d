using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>What other services hear of submissions: that they moved, for whoever sent them in, and nothing of what they say.</summary>
public sealed class SubmissionEventsTests(CatalogueHost host)
{
    [Fact]
    public async Task EachStep_IsToldOnce_ForWhoeverSentItIn()
    {
        var (sender, colleague) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using var first = new Contributing(host, "member", "country:MD", sender);
        using var second = new Contributing(host, "member", "country:MD", colleague);
        using var moderator = new Contributing(host, "moderator", null);

        var submitted = await first.SubmittedAsync(Contributing.Complete with { Title = "Told at each step" });
        var back = await moderator.DoAsync(
            HttpMethod.Post, $"/{submitted.Id}/request-changes", new SubmissionRemark("Nearly.") { Comments = [new("summary", "Who pays?"), new("title", "Shorter.")] }, submitted.Version);
        var written = await second.DoAsync(HttpMethod.Put, $"/{back.Id}", back.Form with { Summary = "The insurers pay." }, back.Version);
        var again = await second.DoAsync(HttpMethod.Post, $"/{back.Id}/submit", version: written.Version);
        await moderator.DoAsync(HttpMethod.Post, $"/{back.Id}/messages", new SubmissionRemark("Thank you."));
        var published = await moderator.DoAsync(HttpMethod.Post, $"/{back.Id}/publish", version: again.Version);

        var told = await host.Published.OfAsync<SubmissionMoved>(moved => moved.SubmissionId == submitted.Id, 4);
        Assert.Equal(
            [
                new SubmissionMoved(submitted.Id, submitted.Version, "submitted", sender),
                new SubmissionMoved(submitted.Id, back.Version, "changes_requested", sender) { Field = "summary" },
                new SubmissionMoved(submitted.Id, again.Version, "submitted", colleague),
                new SubmissionMoved(submitted.Id, published.Version, "published", colleague),
            ],
            told.OrderBy(moved => moved.Version));
        var text = JsonSerializer.Serialize(told);
        Assert.DoesNotContain("insurers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who pays?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnData_HasWhatTheMemberSentInAndDid_AndNothingOfAColleague()
    {
        var sender = Guid.CreateVersion7();
        using var member = new Contributing(host, "member", "country:MD", sender);
        using var colleague = new Contributing(host, "member", "country:MD");
        await member.SubmittedAsync(Contributing.Complete with { Title = "Sent in by who asks" });
        await colleague.SubmittedAsync(Contributing.Complete with { Title = "Sent in by a colleague" });

        using var formerly = new Contributing(host, "pending", null, sender);
        var data = await formerly.OwnDataAsync();

        Assert.Equal("Sent in by who asks", Assert.Single(data.GetProperty("sentSubmissions").EnumerateArray()).GetProperty("title").GetString());
        Assert.NotEmpty(data.GetProperty("acts").EnumerateArray());
    }

    [Fact]
    public async Task ErasedMember_IsForgotten_AndTheSubmissionStays()
    {
        var sender = Guid.CreateVersion7();
        using var member = new Contributing(host, "member", "country:MD", sender);
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await member.SubmittedAsync(Contributing.Complete with { Title = "Sent in by who is gone" });
        await FailedMessage.AddAsync(host.DatabaseConnectionString, $"{sender}", TestContext.Current.CancellationToken);

        await host.Services.GetRequiredService<EventPublisher>().PublishAsync(new MemberErased(sender, 9), Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => host.InDatabaseAsync(db => db.Submissions.AnyAsync(submission => submission.Id == submitted.Id && submission.SubmittedBy == null)), "the sender is forgotten");
        var published = await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/publish", version: submitted.Version);

        Assert.Equal("published", published.State);
        Assert.DoesNotContain("public.dead_letters", await StoredText.TablesWithAsync(host.DatabaseConnectionString, $"{sender}", TestContext.Current.CancellationToken));
    }
}
