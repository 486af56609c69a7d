using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Contacts;

/// <summary>What a contact must say. What is wrong is told without repeating it: a report may be kept longer than a contact.</summary>
internal static class ContactRules
{
    public const int Most = 3;

    private const string Field = "contact";
    private const int LongestName = 150;
    private const int LongestPhone = 40;

    public static IEnumerable<Breach> Check(IReadOnlyList<Contact> contacts)
    {
        if (contacts.Count > Most)
        {
            yield return new Breach(Field, $"At most {Most} contacts.");
        }

        if (!contacts.All(contact => contact.Name.Length > 0 && PlainText.IsLine(contact.Name, LongestName)))
        {
            yield return new Breach(Field, $"It names an office, in at most {LongestName} characters on one line.");
        }

        if (!contacts.All(contact => Addresses.IsValid(contact.Email)))
        {
            yield return new Breach(Field, "The e-mail address is not valid.");
        }

        if (!contacts.All(contact => contact.Phone is null || PlainText.IsLine(contact.Phone, LongestPhone)))
        {
            yield return new Breach(Field, $"A telephone number has at most {LongestPhone} characters.");
        }
    }
}
