using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>The answer to who acts for none.</summary>
    public static ProblemHttpResult ForNobody() =>
        TypedResults.Problem("You act for no country or organisation yet; the secretariat can say for which.", statusCode: StatusCodes.Status403Forbidden);

    /// <summary>The answer to a move that is the other side's.</summary>
    public static ProblemHttpResult NotTheirs() =>
        TypedResults.Problem("That is for the other side: the owner writes, the secretariat decides.", statusCode: StatusCodes.Status403Forbidden);
}
