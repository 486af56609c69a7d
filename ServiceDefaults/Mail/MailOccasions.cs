using System.Text.Json;

namespace PfP.ServiceDefaults.Mail;

/// <summary>The occasions of this service, by the name that stands in their rows: <c>introduction-accepted</c>.</summary>
internal sealed class MailOccasions(IReadOnlyDictionary<string, Type> types, IReadOnlySet<string> askedFor)
{
    /// <summary>Whether somebody asked for it a moment ago, by an act of their own.</summary>
    public bool IsAskedFor(string name) => askedFor.Contains(name);

    public static string NameOf(Type occasion) => JsonNamingPolicy.KebabCaseLower.ConvertName(occasion.Name);

    public Type Find(string name) =>
        types.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"This service has no mail occasion {name}.");
}
