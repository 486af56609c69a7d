using Microsoft.AspNetCore.Http;
using PfP.ServiceDefaults.Authentication;

namespace PfP.ServiceDefaults;

/// <summary>The member who asks, as a parameter of a handler.</summary>
/// <param name="Id">Of the member.</param>
/// <param name="Entity">The country or organisation for which they act; null for who acts for none.</param>
public sealed record Contributor(Guid Id, string? Entity, bool IsStaff)
{
    /// <summary>How audit records name them.</summary>
    public string Actor => $"member:{Id}";

    public static ValueTask<Contributor> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var user = context.User;
        var id = user.MemberId() ?? throw new BadHttpRequestException("This is for members.", StatusCodes.Status403Forbidden);
        return new(new Contributor(id, user.Entity(), user.IsStaff()));
    }
}
