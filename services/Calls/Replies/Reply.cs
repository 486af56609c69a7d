using PfP.Calls.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Replies;

/// <summary>
/// What somebody replies to a call: a member, whose reply counts at once, or a guest, whose reply nobody sees before they confirmed it by a
/// link. Every change and every answer counts <see cref="Version"/> up by one.
/// </summary>
internal sealed class Reply
{
    /// <summary>How long a guest has to confirm.</summary>
    public static readonly TimeSpan ToConfirm = TimeSpan.FromDays(7);

    /// <summary>How long after a call has closed it is known which guests replied.</summary>
    public static readonly TimeSpan ToForget = TimeSpan.FromDays(365);

    private Reply()
    {
    }

    public Guid Id { get; private init; }

    public Guid CallId { get; private init; }

    /// <summary>Null for a guest.</summary>
    public Guid? MemberId { get; private init; }

    /// <summary>For whom the member acts.</summary>
    public string? Entity { get; private set; }

    public string Name { get; private set; } = "";

    public string? Organisation { get; private init; }

    public string? Email { get; private init; }

    /// <summary>Of a guest's mails.</summary>
    public string? Language { get; private init; }

    public string? Country { get; private set; }

    public bool NamesCountry { get; private set; }

    /// <summary>Of <see cref="ReplyOffers"/>, in its order.</summary>
    public string[] Offers { get; private set; } = [];

    public string Message { get; private set; } = "";

    /// <summary>As the form names them.</summary>
    public IReadOnlyList<SubmissionFile> Files { get; private set; } = [];

    public int Version { get; private set; } = 1;

    public DateTimeOffset SentAt { get; private init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private init; }

    /// <summary>When it ceased to be known which guest wrote it.</summary>
    public DateTimeOffset? ForgottenAt { get; private init; }

    public IReadOnlyList<KeptAnswer> Answers { get; private set; } = [];

    public string? IdempotencyKey { get; private init; }

    /// <summary>How audit records name who wrote it.</summary>
    public string Actor => MemberId is { } member ? $"member:{member}" : $"guest:{Id}";

    public static Reply OfMember(Call call, Replier replier, ReplyForm form, DateTimeOffset at)
    {
        var reply = new Reply { Id = Guid.CreateVersion7(at), CallId = call.Id, MemberId = replier.Id, SentAt = at, ConfirmedAt = at };
        reply.Say(replier, form, at);
        return reply;
    }

    public static Reply OfGuest(Call call, GuestReplyForm form, string? key, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        CallId = call.Id,
        Name = Typed.Given(form.Name)!,
        Organisation = Typed.Given(form.Organisation),
        Email = Addresses.Normal(form.Email!),
        Language = form.Language,
        Country = Typed.Given(form.Country)?.ToUpperInvariant(),
        NamesCountry = form.NamesCountry,
        Offers = InOrder(form.Offers),
        Message = Typed.Given(form.Message)!,
        Files = form.Files,
        SentAt = at,
        ChangedAt = at,
        IdempotencyKey = key,
    };

    /// <summary>Whether it says that already.</summary>
    public bool Says(ReplyForm form) => Message == Typed.Given(form.Message) && NamesCountry == form.NamesCountry && Offers.SequenceEqual(InOrder(form.Offers)) && Files.SequenceEqual(form.Files);

    public void Change(Replier replier, ReplyForm form, DateTimeOffset at)
    {
        Say(replier, form, at);
        Version++;
    }

    public KeptAnswer Answer(string text, DateTimeOffset at)
    {
        var answer = new KeptAnswer(Guid.CreateVersion7(at), at, text);
        Answers = [.. Answers, answer];
        Version++;
        return answer;
    }

    private void Say(Replier replier, ReplyForm form, DateTimeOffset at)
    {
        (Entity, Name, Country) = (replier.Entity, replier.Name, EntityKeys.Country(replier.Entity));
        (Offers, Message, Files, NamesCountry, ChangedAt) = (InOrder(form.Offers), Typed.Given(form.Message)!, form.Files, form.NamesCountry, at);
    }

    private static string[] InOrder(IReadOnlyList<string> offers) => [.. ReplyOffers.All.Where(offers.Contains)];
}

/// <summary>What the owner of the call said. Stored as JSON: members may be added, never renamed.</summary>
/// <param name="Id">What a guest's mail with it is about.</param>
internal sealed record KeptAnswer(Guid Id, DateTimeOffset At, string Text);

/// <summary>Whoever has its secret may confirm the reply, read it with its answers, and erase it.</summary>
internal sealed record ReplyLink(byte[] Hash, Guid ReplyId);
