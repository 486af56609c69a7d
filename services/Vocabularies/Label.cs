namespace PfP.Vocabularies;

/// <summary>A name in the three languages of the interface.</summary>
public sealed record Label(string En, string Fr, string Es)
{
    /// <summary>The name in that language (<c>en</c>, <c>fr</c>, <c>es</c>); English for any other.</summary>
    public string In(string? language) => language switch { "fr" => Fr, "es" => Es, _ => En };
}

/// <summary>A value of a vocabulary.</summary>
/// <param name="Value">What is stored and sent; never changed.</param>
public sealed record Term(string Value, Label Label)
{
    /// <summary>The full title behind a short label.</summary>
    public Label? Description { get; init; }

    /// <summary>For regions: the M49 code of the region above.</summary>
    public string? Parent { get; init; }
}
