using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Calls.Replies;

/// <summary>The member who replies, as a parameter of a handler: also by name, which the call's owner reads.</summary>
internal sealed record Replier(Guid Id, string? Entity, string Name)
{
    public static async ValueTask<Replier> BindAsync(HttpContext context)
    {
        var member = await Contributor.BindAsync(context);
        return new(member.Id, member.Entity, context.User.FindFirst(MemberPrincipal.NameClaim)?.Value ?? "");
    }
}
