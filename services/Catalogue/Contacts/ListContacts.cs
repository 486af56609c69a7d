using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using ContactsResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<System.Collections.Generic.IReadOnlyList<PfP.Contracts.Catalogue.Api.ContactResponse>>,
    PfP.Catalogue.Entries.NoEntry>;

namespace PfP.Catalogue.Contacts;

internal static class ListContacts
{
    public static Func<string, CatalogueDbContext, CancellationToken, Task<ContactsResult>> For(string kind) =>
        (slug, db, cancellationToken) => HandleAsync(kind, slug, db, cancellationToken);

    private static async Task<ContactsResult> HandleAsync(string kind, string slug, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var (entry, noEntry) = await db.EntryAtAsync(kind, slug, "/contacts", cancellationToken);
        if (entry is null)
        {
            return noEntry!;
        }

        IReadOnlyList<ContactResponse> contacts = await db.Contacts
            .Where(contact => contact.EntryId == entry.Id)
            .OrderBy(contact => contact.Position)
            .Select(contact => new ContactResponse(contact.Name, contact.Email, contact.Phone))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(contacts);
    }
}
