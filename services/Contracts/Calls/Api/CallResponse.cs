using PfP.Contracts.Catalogue.Api;

namespace PfP.Contracts.Calls.Api;

/// <summary>A call with everything that is public about it; its contact is not.</summary>
/// <param name="Origin">human or machine: how the texts came into <paramref name="Summary"/>'s language.</param>
public sealed record CallResponse(CallSummary Summary, string Origin, IReadOnlyList<string> Languages)
{
    /// <summary>Why it is made.</summary>
    public string? Background { get; init; }

    /// <summary>What is asked for.</summary>
    public string? Ask { get; init; }

    /// <summary>Who is asked.</summary>
    public string? ForWhom { get; init; }

    /// <summary>Others that stand behind it.</summary>
    public IReadOnlyList<CallOrganisation> Partners { get; init; } = [];

    public string? GeographicScope { get; init; }

    public IReadOnlyList<Tag> GcmObjectives { get; init; } = [];

    public IReadOnlyList<Tag> SdgTargets { get; init; } = [];

    public SummitName? Summit { get; init; }

    public IReadOnlyList<LinkResponse> Links { get; init; } = [];

    /// <summary>Documents of the call itself, to be saved.</summary>
    public IReadOnlyList<FileResponse> Files { get; init; } = [];

    public IReadOnlyList<SourceResponse> Sources { get; init; } = [];

    /// <summary>Practices and tools that it led to or came from.</summary>
    public IReadOnlyList<RelatedPage> Related { get; init; } = [];

    /// <summary>The day it was added to PfP, as its source states.</summary>
    public DateOnly? DateAdded { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>One of <see cref="ReplyMethods"/>; null for archival records.</summary>
    public string? ReplyMethod { get; init; }

    /// <summary>With <see cref="ReplyMethods.Link"/>.</summary>
    public string? ReplyUrl { get; init; }

    /// <summary>Whether those may reply here who have no account.</summary>
    public bool AdmitsGuests { get; init; }

    /// <summary>How many replied here.</summary>
    public int Replies { get; init; }

    /// <summary>The countries among them that agreed to be named, by ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> RepliedFrom { get; init; } = [];

    /// <summary>What happened since it was published, newest first.</summary>
    public IReadOnlyList<CallNotice> Notices { get; init; } = [];

    public CallOutcome? Outcome { get; init; }
}

/// <param name="Url">Public path without culture.</param>
public sealed record RelatedPage(string Url, string Title);
