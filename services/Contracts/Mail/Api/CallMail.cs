namespace PfP.Contracts.Mail.Api;

/// <summary>One of the mails that a call causes over its life, as it is sent.</summary>
/// <param name="Key">Its name among those of the call: <c>call-reminder-7</c>.</param>
/// <param name="Occasion">Why it is sent: <c>call-reminder</c>.</param>
/// <param name="Phase">One of <see cref="CallMailPhases"/>.</param>
/// <param name="To">One of <see cref="CallMailReaders"/>.</param>
/// <param name="Count">How many would get it as things are; null where that is not known before it happens, and of what is past.</param>
/// <param name="Time">One of <see cref="CallMailTimes"/>.</param>
/// <param name="DueAt">When it is sent, where that follows from the dates of the call.</param>
/// <param name="ByReadersClock">Whether each reader gets it by a clock of their own; then <paramref name="DueAt"/> is so in the zone of the call.</param>
public sealed record CallMail(
    string Key, string Occasion, string Phase, string To, int? Count, string Time, DateTimeOffset? DueAt, bool ByReadersClock, MailPreview Mail);

/// <summary>The parts of a call's life, in order.</summary>
public static class CallMailPhases
{
    public const string Review = "review";
    public const string Opening = "opening";
    public const string Reminders = "reminders";
    public const string Changes = "changes";
    public const string Replies = "replies";
    public const string Closing = "closing";
    public const string Outcome = "outcome";

    public static IReadOnlyList<string> All { get; } = [Review, Opening, Reminders, Changes, Replies, Closing, Outcome];
}

/// <summary>Kinds of people to whom mails about a call go.</summary>
public static class CallMailReaders
{
    /// <summary>Whoever sent it in.</summary>
    public const string Submitter = "submitter";

    /// <summary>The focal points of its country or organisation, or where there are none its members.</summary>
    public const string Owner = "owner";

    /// <summary>The focal points of the countries that it asks.</summary>
    public const string FocalPoints = "focal-points";

    /// <summary>Members who offer experience on its themes.</summary>
    public const string Offering = "offering";

    public const string Followers = "followers";

    /// <summary>Members whose followed searches find it.</summary>
    public const string Searches = "searches";

    /// <summary>The member who replied.</summary>
    public const string Replier = "replier";

    /// <summary>Somebody without an account who replied.</summary>
    public const string Guest = "guest";
}

/// <summary>How sure a mail is.</summary>
public static class CallMailTimes
{
    /// <summary>At its time, or with the publication where it has none.</summary>
    public const string Planned = "planned";

    /// <summary>If that happens.</summary>
    public const string Possible = "possible";

    /// <summary>Its time has passed, or what it tells of can no longer happen.</summary>
    public const string Past = "past";
}
