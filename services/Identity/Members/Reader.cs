using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members;

/// <summary>Who asks, as a parameter of a handler. What members show each other is not for machines.</summary>
/// <param name="IsStaff">Of the secretariat: moderator or administrator.</param>
/// <param name="Entity">The country or organisation they act for.</param>
internal sealed record Reader(Guid Id, bool IsStaff, string? Entity)
{
    public static ValueTask<Reader> BindAsync(HttpContext context)
    {
        var user = context.User;
        var id = user.MemberId() ?? throw new BadHttpRequestException("This is for members.", StatusCodes.Status403Forbidden);
        return new(new Reader(id, user.IsStaff(), user.Entity()));
    }
}
