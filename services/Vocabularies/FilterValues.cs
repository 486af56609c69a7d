namespace PfP.Vocabularies;

/// <summary>Checks what a list is asked to be narrowed by; each error names the first value that is none.</summary>
public static class FilterValues
{
    public static void Check(this IDictionary<string, string[]> errors, string parameter, string[]? values, IReadOnlyList<Term> vocabulary) =>
        errors.Check(parameter, values, value => vocabulary.Find(value) is not null, "a value of its vocabulary");

    public static void CheckCountries(this IDictionary<string, string[]> errors, string parameter, string[]? codes) =>
        errors.Check(parameter, codes, code => Countries.Find(code) is not null, "an ISO 3166-1 alpha-2 code");

    /// <param name="expected">What each has to be: "a value of its vocabulary".</param>
    public static void Check(this IDictionary<string, string[]> errors, string parameter, string[]? values, Func<string, bool> isKnown, string expected)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(isKnown);
        if (Array.Find(values ?? [], value => !isKnown(value)) is { } unknown)
        {
            errors[parameter] = [$"'{unknown}' is not {expected}."];
        }
    }
}
