using Microsoft.Extensions.Primitives;

namespace PfP.Identity.Provider.Http;

/// <summary>Parameters of an OAuth request: empty is absent, and none may come twice (RFC 6749, sections 3.1 and 3.2).</summary>
internal sealed class Parameters(IEnumerable<KeyValuePair<string, StringValues>> values)
{
    private readonly Dictionary<string, StringValues> values = new(values, StringComparer.Ordinal);

    public string? this[string name] => values.GetValueOrDefault(name) is [{ Length: > 0 } value] ? value : null;

    public string? Duplicate => values.FirstOrDefault(parameter => parameter.Value.Count > 1).Key;

    public bool Has(string name) => values.GetValueOrDefault(name) is { Count: > 0 } found && !string.IsNullOrEmpty(found[0]);

    /// <summary>A list that is separated by spaces.</summary>
    public string[] List(string name) => this[name]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public Parameters With(string name, string value) => new(values.Where(parameter => parameter.Key != name).Append(new(name, value)));

    public QueryString ToQuery() => QueryString.Create(values);

    /// <summary>Those of a form post, or null where it is none.</summary>
    public static async Task<Parameters?> OfFormAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType ? new(await request.ReadFormAsync(cancellationToken)) : null;
}
