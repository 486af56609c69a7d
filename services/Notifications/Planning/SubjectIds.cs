using System.Security.Cryptography;
using System.Text;

namespace PfP.Notifications.Planning;

/// <summary>
/// What a mail about one step is about: that member, or contribution, at that version. An event that is published anew under another
/// message id plans nothing a second time, and a second refusal is told all the same.
/// </summary>
internal static class SubjectIds
{
    public static Guid Of(Guid subject, int version) => Of($"{subject}/{version}");

    public static Guid Of(string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));
}
