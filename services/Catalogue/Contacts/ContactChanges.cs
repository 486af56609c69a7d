using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;

namespace PfP.Catalogue.Contacts;

/// <summary>
/// Gives an entry other contacts. That makes neither a revision nor an event, because what is public stays as it is; the audit record says
/// that they changed.
/// </summary>
/// <param name="db">The caller has loaded the entry's contacts, and saves.</param>
internal sealed class ContactChanges(CatalogueDbContext db, TimeProvider clock)
{
    /// <returns>False where they are the same already.</returns>
    public bool Replace(Entry entry, IReadOnlyList<Contact> contacts, string actor)
    {
        var before = db.Contacts.Local.Where(contact => contact.EntryId == entry.Id).OrderBy(contact => contact.Position).ToList();
        if (before.Count == contacts.Count && before.Zip(contacts).All(pair => pair.First.Says(pair.Second)))
        {
            return false;
        }

        db.Contacts.RemoveRange(before);
        db.Contacts.AddRange(contacts.Select((contact, index) => new EntryContact(entry.Id, index + 1, contact.Name, contact.Email, contact.Phone)));
        db.Audit.Add(new AuditRecord(clock.GetUtcNow(), actor, "updated", entry.Kind, entry.Id, entry.Version, ["contacts"]));
        return true;
    }
}
