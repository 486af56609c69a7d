using PfP.Contracts.Catalogue.Api;

namespace PfP.Contracts.Calls.Api;

/// <summary>
/// The form of a call for action, kept as it was typed: a draft may be wrong and incomplete, only what is sent in must fit the template.
/// All texts are plain but for ask, forWhom and background, which are Markdown.
/// </summary>
public sealed record CallForm
{
    /// <summary>At most 150 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The language the texts are written in, as a code of the vocabulary <c>languages</c>.</summary>
    public string? Language { get; init; }

    /// <summary>A value of the vocabulary <c>call-types</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Those that call, as ISO 3166-1 alpha-2 codes.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Those that call (<c>lead</c>), and others that stand behind it.</summary>
    public IReadOnlyList<SubmissionOrganisation> Organisations { get; init; } = [];

    public string? Ask { get; init; }

    public string? ForWhom { get; init; }

    public string? Background { get; init; }

    /// <summary>At most 800 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>Those asked to reply, as ISO 3166-1 alpha-2 codes; none where anybody is.</summary>
    public IReadOnlyList<string> CountriesWanted { get; init; } = [];

    /// <summary>One to four values of the vocabulary <c>themes</c>.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The day from whose beginning replies are taken, such as 2027-02-01; from publication on where it is left out.</summary>
    public string? Opens { get; init; }

    public TypedDeadline Deadline { get; init; } = new();

    /// <summary>One of <see cref="ReplyMethods"/>.</summary>
    public string? ReplyMethod { get; init; }

    /// <summary>With <see cref="ReplyMethods.Link"/>: where replies are given, http or https.</summary>
    public string? ReplyUrl { get; init; }

    /// <summary>With <see cref="ReplyMethods.Form"/>: whether those may reply who have no account.</summary>
    public bool AdmitsGuests { get; init; }

    public IReadOnlyList<SubmissionLink> Links { get; init; } = [];

    /// <summary>Such as terms of reference; public with the call. They are sent to it one by one before the form names them.</summary>
    public IReadOnlyList<SubmissionFile> Files { get; init; } = [];

    /// <summary>For members only, also after publication.</summary>
    public SubmissionContact? Contact { get; init; }
}

/// <summary>A deadline as it was typed.</summary>
public sealed record TypedDeadline
{
    /// <summary><c>minute</c>, <c>day</c> or <c>month</c>, or <see cref="Rolling"/>.</summary>
    public string? Precision { get; init; }

    /// <summary>A day such as 2027-03-01, or with precision <c>month</c> a month such as 2027-03.</summary>
    public string? Date { get; init; }

    /// <summary>With precision <c>minute</c>, such as 17:00.</summary>
    public string? Time { get; init; }

    /// <summary>IANA time zone, of the opening also.</summary>
    public string? Zone { get; init; }

    /// <summary>Replies are taken until further notice.</summary>
    public const string Rolling = "rolling";
}

/// <summary>How a call is replied to.</summary>
public static class ReplyMethods
{
    /// <summary>On its page here.</summary>
    public const string Form = "form";

    /// <summary>To its contact, whose address members see.</summary>
    public const string Email = "email";

    /// <summary>On another site.</summary>
    public const string Link = "link";

    public static IReadOnlyList<string> All { get; } = [Form, Email, Link];
}
