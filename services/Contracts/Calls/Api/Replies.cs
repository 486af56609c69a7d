using PfP.Contracts.Catalogue.Api;

namespace PfP.Contracts.Calls.Api;

/// <summary>What somebody who replies to a call has to give.</summary>
public static class ReplyOffers
{
    public const string Partner = "partner";
    public const string Funding = "funding";
    public const string Expertise = "expertise";
    public const string Data = "data";

    /// <summary>To take part in what the call is about.</summary>
    public const string Participation = "participation";

    public static IReadOnlyList<string> All { get; } = [Partner, Funding, Expertise, Data, Participation];
}

/// <summary>In which order the owner of a call reads the replies to it.</summary>
public static class ReplyOrders
{
    public const string Newest = "newest";

    /// <summary>By the first of what is offered.</summary>
    public const string Offer = "offer";

    public const string Country = "country";

    public static IReadOnlyList<string> All { get; } = [Newest, Offer, Country];
}

/// <summary>A member's reply to a call, for its owner alone.</summary>
public sealed record ReplyForm
{
    public const int LongestMessage = 5_000;

    /// <summary>One or more of <see cref="ReplyOffers"/>.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Markdown, at most 5000 characters.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the country for which the member acts may be named on the call's page.</summary>
    public bool NamesCountry { get; init; }

    /// <summary>For the owner of the call alone, as all of it is. They are sent one by one before the form names them; one that it does not name any more is erased.</summary>
    public IReadOnlyList<SubmissionFile> Files { get; init; } = [];

    public const int MostFiles = 5;
}

/// <summary>The reply of somebody without an account, where the call admits that. Nobody sees it before it is confirmed by the link that is mailed to them.</summary>
public sealed record GuestReplyForm
{
    public const int LongestLine = 150;

    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Email { get; init; }

    /// <summary>ISO 3166-1 alpha-2, where there is one.</summary>
    public string? Country { get; init; }

    /// <summary>Whether that country may be named on the call's page.</summary>
    public bool NamesCountry { get; init; }

    /// <summary>Of the mails, as a code of the vocabulary <c>languages</c>.</summary>
    public string? Language { get; init; }

    /// <summary>One or more of <see cref="ReplyOffers"/>.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>Markdown, at most 5000 characters.</summary>
    public string? Message { get; init; }

    /// <summary>As of <see cref="ReplyForm"/>, sent with the key with which the reply is.</summary>
    public IReadOnlyList<SubmissionFile> Files { get; init; } = [];
}

/// <summary>What the owner of the call said to a reply.</summary>
/// <param name="Text">Plain.</param>
public sealed record ReplyAnswer(DateTimeOffset At, string Text);

/// <param name="Text">Plain, at most 2000 characters.</param>
public sealed record NewReplyAnswer(string? Text)
{
    public const int Longest = 2_000;
}

/// <summary>A call as its title names it.</summary>
/// <param name="Language">Of the title.</param>
/// <param name="Status">As of <see cref="CallSummary"/>, at the moment of the answer.</param>
public sealed record RepliedCall(string Slug, string Title, string Language, string? Status);

/// <summary>A member's own reply.</summary>
/// <param name="Answers">Oldest first.</param>
public sealed record OwnReply(Guid Id, RepliedCall Call, ReplyForm Form, DateTimeOffset SentAt, DateTimeOffset ChangedAt, IReadOnlyList<ReplyAnswer> Answers);

/// <summary>A guest's own reply, as the link of the mail shows it.</summary>
/// <param name="ConfirmBy">Until when it can be confirmed; null once it is.</param>
/// <param name="Answers">Oldest first.</param>
public sealed record GuestReply(RepliedCall Call, GuestReplyForm Form, DateTimeOffset SentAt, DateTimeOffset? ConfirmBy, IReadOnlyList<ReplyAnswer> Answers);

/// <summary>A reply as the owner of the call reads it.</summary>
/// <param name="Version">What an answer needs as its If-Match.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Answers">Oldest first.</param>
public sealed record ReceivedReply(
    Guid Id, int Version, string Name, IReadOnlyList<string> Offers, string Message, DateTimeOffset SentAt, DateTimeOffset ChangedAt, IReadOnlyList<ReplyAnswer> Answers)
{
    /// <summary>Null for a guest.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>For whom the member acts, as <c>country:MD</c> or <c>organisation:iom</c>.</summary>
    public string? Entity { get; init; }

    /// <summary>Of a guest.</summary>
    public string? Organisation { get; init; }

    /// <summary>Of a guest.</summary>
    public string? Email { get; init; }

    public string? Country { get; init; }

    /// <summary>Whether the country may be named in public.</summary>
    public bool NamesCountry { get; init; }

    public IReadOnlyList<SubmissionFile> Files { get; init; } = [];
}
