using PfP.ServiceDefaults.Authentication;
using PfP.Vocabularies;

namespace PfP.Identity.Members.Invitations;

/// <summary>What a line must say to become an invitation.</summary>
internal static class RowRules
{
    private const int Longest = 150;

    private static readonly string[] Invitable = [Roles.Member, Roles.FocalPoint];

    /// <param name="entity">The only entity that the inviter may invite for; null for the secretariat.</param>
    public static RowProblem? Problem(InvitationRow row, string? entity)
    {
        if (string.IsNullOrWhiteSpace(row.Name) || !PlainText.IsLine(row.Name, Longest))
        {
            return new("name", $"A name of at most {Longest} characters is needed.");
        }

        if (!PlainText.IsLine(row.Organisation ?? "", Longest))
        {
            return new("organisation", $"The organisation's name has at most {Longest} characters.");
        }

        if (!Addresses.IsValid(row.Email))
        {
            return new("email", "The e-mail address is not valid.");
        }

        if (row.Role is not null && !Invitable.Contains(row.Role))
        {
            return new("role", $"The role must be one of {string.Join(" and ", Invitable)}.");
        }

        if (row.Language is not (null or "en" or "fr" or "es"))
        {
            return new("language", "The language must be en, fr or es.");
        }

        if (AffiliationOf(row, entity).Entity is null)
        {
            return row.Country is { Length: > 0 } ? new("country", $"'{row.Country}' is not the code of a country.") : new("affiliation", "A country or an organisation is needed.");
        }

        return entity is not null && row.Role == Roles.FocalPoint ? new("focal-point", "Focal points are named by the secretariat.") : null;
    }

    /// <summary>Whom the invited works for: as the line says, or as the focal point who invites.</summary>
    public static Affiliation AffiliationOf(InvitationRow row, string? entity) => entity switch
    {
        _ when EntityKeys.Country(entity) is { } code => new(code, null, "national-government", null, null),
        _ when EntityKeys.Organisation(entity) is { } key => new(null, key, "intergovernmental", null, null),
        _ when row.Organisation is { Length: > 0 } organisation => new(Countries.Find(row.Country)?.Code, organisation, "intergovernmental", null, null),
        _ => new(Countries.Find(row.Country)?.Code, null, "national-government", null, null),
    };
}

/// <summary>What keeps a line from becoming an invitation: a code for programs, and a sentence.</summary>
internal sealed record RowProblem(string Code, string Text);
