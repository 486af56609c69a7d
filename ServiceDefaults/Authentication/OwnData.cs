using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.ServiceDefaults.Authentication;

namespace PfP.ServiceDefaults;

/// <summary>What a service holds of a person. Identity asks all of them, and hands it out as one file to whoever it is about.</summary>
public static class OwnData
{
    /// <param name="prefix">Of the service's API: <c>/api/calls</c>.</param>
    /// <param name="handler">Answers with everything of the <see cref="Contributor"/> who asks: what <c>MemberErased</c> would delete here, and what they did.</param>
    public static void MapOwnData(this IEndpointRouteBuilder app, string prefix, Delegate handler) => app.MapGet($"{prefix}/own-data", handler)
        .WithTags("own data").RequireAuthorization(Policies.Account).WithNoStore()
        .WithSummary("Everything that this service holds of whoever asks, also once their membership is over.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
}
