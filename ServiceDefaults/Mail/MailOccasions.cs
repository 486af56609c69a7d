using System.Text.Json;

namespace PfP.ServiceDefaults.Mail;

/// <summary>The occasions of this service, by the name that stands in their rows: <c>introduction-accepted</c>.</summary>
internal sealed class MailOccasions(IReadOnlyDictionary<string, Type> types)
{
    public static string NameOf(Type occasion) => JsonNamingPolicy.KebabCaseLower.ConvertName(occasion.Name);

    public Type Find(string name) =>
        types.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"This service has no mail occasion {name}.");
}
