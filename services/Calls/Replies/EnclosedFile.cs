using System.Security.Cryptography;
using System.Text;
using PfP.ServiceDefaults;

namespace PfP.Calls.Replies;

/// <summary>A file that was sent for a reply: the sender's alone before the reply names it, then also for the owner of the call, and gone with the reply.</summary>
internal sealed class EnclosedFile : StoredFile
{
    public const string GuestPrefix = "guest:";

    /// <summary>How long it waits for a reply that names it.</summary>
    public static readonly TimeSpan ToBeNamed = TimeSpan.FromDays(1);

    private EnclosedFile()
    {
    }

    public EnclosedFile(Guid callId, string sender, FileUpload upload, DateTimeOffset at)
        : base(upload, at) => (CallId, Sender) = (callId, sender);

    public Guid CallId { get; private init; }

    /// <summary>As of <see cref="Of(Guid)"/> or <see cref="Of(string)"/>.</summary>
    public string Sender { get; private init; } = "";

    public Guid? ReplyId { get; private init; }

    public static string Of(Guid member) => $"member:{member}";

    /// <summary>A guest has nothing but the key of the form that is being sent; what is kept of it opens nothing.</summary>
    public static string Of(string key) => $"{GuestPrefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
