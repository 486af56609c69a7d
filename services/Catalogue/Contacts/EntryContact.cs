namespace PfP.Catalogue.Contacts;

/// <summary>
/// Whom members may ask about an entry: an office and its mailbox. It belongs to the entry and to none of its revisions; it is in no event
/// and no audit record, and what it was before is forgotten.
/// </summary>
internal sealed class EntryContact(Guid entryId, int position, string name, string email, string? phone)
{
    public Guid EntryId { get; private init; } = entryId;

    /// <summary>From 1, in the order in which they are shown.</summary>
    public int Position { get; private init; } = position;

    public string Name { get; private init; } = name;

    public string Email { get; private init; } = email;

    public string? Phone { get; private init; } = phone;

    public bool Says(Contact contact) => (Name, Email, Phone) == (contact.Name, contact.Email, contact.Phone);
}

/// <summary>What somebody gives as a contact.</summary>
internal sealed record Contact(string Name, string Email, string? Phone);
