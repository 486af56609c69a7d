using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Matching;

/// <summary>Members that calls are for, and calls that open.</summary>
internal static class Matched
{
    public static readonly DateTimeOffset Now = new(2027, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A member who acts for that entity in that role, and offers experience in those themes.</summary>
    public static async Task<MemberApproved> OffersAsync(this CallsHost host, string[] offers, string entity = "country:XX", string role = "member", string language = "en", DateTimeOffset? until = null)
    {
        var member = await host.MemberAsync(language: language);
        await host.TellAsync(new MemberAppointed(member.MemberId, 1, [role]) { Entity = entity, Until = until });
        await host.TellAsync(new MemberInterestsChanged(member.MemberId, 1, offers));
        return member;
    }

    /// <summary>A call that is published and has not opened.</summary>
    public static async Task<CallPublished> UpcomingAsync(this CallsHost host, string[] themes, string[]? countries = null, string owner = "country:PH")
    {
        host.Clock.Set(Now);
        var call = host.Call(Now.AddDays(20), owner) with { Themes = [.. themes.Select(theme => new Contracts.Catalogue.EntryTag(theme, false))], CountriesWanted = countries ?? [] };
        await host.TellAsync(call);
        return call;
    }

    public static async Task<CallPublished> OpenedAsync(this CallsHost host, string[] themes, string[]? countries = null, string owner = "country:PH")
    {
        var call = await host.UpcomingAsync(themes, countries, owner);
        await host.TellAsync(new CallOpened(call.CallId, Now));
        return call;
    }

    /// <summary>How many mails were ever planned that tell of a match: to that member, or of that call.</summary>
    public static Task<long> PlannedAsync(this CallsHost host, Guid of) =>
        host.ScalarAsync<long>($"select count(*) from deliveries where occasion = 'call-match' and '{of}' in (recipient, subject)");

    public static Task IsSentAsync(this CallsHost host, MemberApproved member) => host.EndsAsync(member.MemberId, "call-match", "sent");
}
