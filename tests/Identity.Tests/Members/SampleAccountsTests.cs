using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Identity.Data;
using PfP.Identity.Tests.RelyingParties;

namespace PfP.Identity.Tests.Members;

public sealed class SampleAccountsTests(RelyingPartyHost host) : IClassFixture<RelyingPartyHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FocalPoints_AreOfTwoCountries_AndOneOffersExperience()
    {
        await host.WaitForMemberAsync("administrator@example.org", Cancellation);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();

        var focalPoints = await db.Members.Where(member => member.Roles.Contains("focal_point")).OrderBy(member => member.Email).ToListAsync(Cancellation);

        Assert.Equal(["country:PH", "country:MD"], focalPoints.Select(member => member.Entity));
        Assert.Equal([["remittances"], []], focalPoints.Select(member => member.Directory.Offers));
    }
}
