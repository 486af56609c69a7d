using PfP.Catalogue.Entries;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Contacts;

internal static class ContactsApi
{
    /// <summary>Not among the public answers, which caches may keep: this one is for the member who asks.</summary>
    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        foreach (var kind in EntryAddress.Kinds)
        {
            app.MapGet($"/api/catalogue/{EntryAddress.Collection(kind)}/{{slug}}/contacts", ListContacts.For(kind))
                .RequireAuthorization(Policies.Member)
                .WithNoStore()
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .WithTags(EntryAddress.Collection(kind))
                .WithSummary($"Whom members may ask about a {kind}.");
        }
    }
}
