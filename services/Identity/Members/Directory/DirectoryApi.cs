using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Directory;

internal static class DirectoryApi
{
    public static void MapDirectory(this IEndpointRouteBuilder members)
    {
        var directory = members.MapGroup("/directory").RequireAuthorization(Policies.Member);
        directory.MapGet("/", SearchDirectory.HandleAsync).WithSummary("Members by name, organisation, position, country, themes and language; the likest first, or by name.");
        directory.MapGet("/suggested", SuggestPeers.HandleAsync).WithSummary("Up to ten members whose themes meet the reader's, best first.");
        directory.MapGet("/{id:guid}", GetMember.HandleAsync).WithSummary("A profile, as far as its owner shows it to the reader.");
    }
}
