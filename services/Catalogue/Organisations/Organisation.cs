namespace PfP.Catalogue.Organisations;

/// <summary>A government body, international organisation or partner that entries name. One slug, however the sources spell it.</summary>
internal sealed class Organisation(string slug, string name, string? acronym, string? type)
{
    public string Slug { get; private init; } = slug;

    public string Name { get; private init; } = name;

    public string? Acronym { get; private init; } = acronym;

    /// <summary>A value of the vocabulary; null where it is not known.</summary>
    public string? Type { get; private init; } = type;
}

/// <summary>A spelling that means this organisation, folded so that case, accents and punctuation do not matter.</summary>
internal sealed class OrganisationSpelling(string spelling, string slug)
{
    public string Spelling { get; private init; } = spelling;

    public string Slug { get; private init; } = slug;
}
