using System.ComponentModel.DataAnnotations.Schema;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Calls.Calls;

/// <summary>
/// A call for action, from its draft on. It belongs to a country or an organisation, whose members share it; the secretariat sees it from the
/// moment it is sent in. Its columns repeat what lists filter and sort by; every change counts <see cref="Version"/> up by one.
/// Whether it is open follows from its dates and the clock, see <see cref="CallStatuses"/>.
/// </summary>
internal sealed class Call
{
    private Call()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Made at publication, never changed and never given to another call; a call that has one is public.</summary>
    public string? Slug { get; private set; }

    /// <summary>One of <see cref="CallStates"/>, or of <see cref="DraftStates"/> before it is public.</summary>
    public string State { get; private set; } = DraftStates.Draft;

    public int Version { get; private set; } = 1;

    /// <summary>Of a record that came with the archive.</summary>
    public string? ArchiveKey { get; private init; }

    /// <summary><c>country:MD</c> or <c>organisation:iom</c>; null for a record of the archive.</summary>
    public string? Owner { get; private init; }

    /// <summary>As it was typed, with the contact, which is public never.</summary>
    public CallForm Form { get; private set; } = new();

    public string? IdempotencyKey { get; private init; }

    public string Title { get; private set; } = "";

    public CallContent Content { get; private set; } = new();

    public string? Type { get; private set; }

    public DateTimeOffset? OpensAt { get; private set; }

    public DateTimeOffset? ClosesAt { get; private set; }

    public DateTimeOffset? DeadlineSetAt { get; private set; }

    public bool IsExtended { get; private set; }

    public string[] Countries { get; private set; } = [];

    public string[] CountriesWanted { get; private set; } = [];

    /// <summary>M49 codes of all regions of those countries.</summary>
    public string[] Regions { get; private set; } = [];

    public string[] Themes { get; private set; } = [];

    public string[] Organisations { get; private set; } = [];

    /// <summary>The number of the one it was made for.</summary>
    public int? Summit { get; private set; }

    public CallOutcome? Outcome { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The member who sent it in the last time, and hears what becomes of it; null before that, and once they are erased.</summary>
    public Guid? SubmittedBy { get; private set; }

    /// <summary>Since when it waits for whoever has to move next; once it is public, since its last change.</summary>
    public DateTimeOffset WaitsSince { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public List<CallStep> Steps { get; private init; } = [];

    /// <summary>The step that it took since it was read.</summary>
    [NotMapped]
    public CallStep? StepTaken { get; private set; }

    /// <summary>When something happened to it last in public; null before it is public, and for a record of the archive.</summary>
    public DateTimeOffset? ChangedAt => PublishedAt is null ? null : WaitsSince;

    public bool IsOpenToItsOwner => State is DraftStates.Draft or DraftStates.ChangesRequested;

    /// <summary>A record from before this platform.</summary>
    /// <param name="isFormal">One that had a deadline; the others are kept as archived and neither open nor close.</param>
    public static Call Record(string archiveKey, string slug, CallContent content, bool isFormal, DateTimeOffset at)
    {
        var call = new Call
        {
            Id = Guid.CreateVersion7(),
            ArchiveKey = archiveKey,
            Slug = slug,
            State = isFormal ? CallStates.Published : CallStates.Archived,
            WaitsSince = at,
            RecordedAt = at,
        };
        call.Say(content);
        return call;
    }

    public static Call Start(string owner, CallForm form, string? key, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(), Owner = owner, Form = form, IdempotencyKey = key, WaitsSince = at, RecordedAt = at };

    /// <summary>Null before it is public, and for archived records.</summary>
    public string? StatusAt(DateTimeOffset now) => Slug is null ? null : CallStatuses.At(now, State, OpensAt, ClosesAt);

    /// <summary>Until when its outcome is asked for; null before it has closed, and once there is one.</summary>
    public DateTimeOffset? OutcomeDueAt(DateTimeOffset now) => StatusAt(now) == CallStatuses.Closed ? ClosesAt!.Value.AddDays(OutcomeDue.Days) : null;

    public bool IsTakingRepliesAt(DateTimeOffset now) => CallStatuses.IsTakingReplies(StatusAt(now));

    public void Write(CallForm form, DateTimeOffset at)
    {
        (Form, RecordedAt) = (form, at);
        Version++;
    }

    public void Submit(Guid member, DateTimeOffset at)
    {
        (SubmittedAt, SubmittedBy) = (at, member);
        Go(DraftStates.Submitted, new(SubmissionMoves.Submitted, at));
    }

    public void TakeBack(DateTimeOffset at) => Go(DraftStates.Draft, new(SubmissionMoves.TakenBack, at));

    public void RequestChanges(SubmissionRemark remark, DateTimeOffset at) =>
        Go(DraftStates.ChangesRequested, new(SubmissionMoves.ChangesRequested, at, remark.Text?.Trim(), BySecretariat: true) { Comments = remark.Comments });

    public void Refuse(SubmissionRemark remark, DateTimeOffset at) => Go(DraftStates.Refused, new(SubmissionMoves.Refused, at, remark.Text?.Trim(), BySecretariat: true));

    public void Publish(string slug, CallContent content, DateTimeOffset at)
    {
        Slug = slug;
        (PublishedAt, DeadlineSetAt) = (at, at);
        Say(content);
        Go(CallStates.Published, new(CallChanges.Published, at, BySecretariat: true));
    }

    /// <param name="step">That it is extended or opened again, and why.</param>
    /// <param name="deadline">Null takes replies until further notice.</param>
    /// <param name="typed">The same, as it stands in the form from now on.</param>
    public void MoveDeadline(CallDeadline? deadline, TypedDeadline typed, CallStep step)
    {
        Form = Form with { Deadline = typed };
        var before = Content.Deadline;
        IsExtended |= deadline?.Instant() > before?.Instant();
        DeadlineSetAt = step.At;
        Say(Content with { Deadline = deadline });
        Go(CallStates.Published, step with { Before = before });
    }

    public void Cancel(CallStep step) => Go(CallStates.Cancelled, step);

    /// <summary>Says what came of it, for the first time or anew.</summary>
    public void Conclude(CallOutcome outcome, CallStep step)
    {
        Outcome = outcome;
        Go(CallStates.Completed, step);
    }

    /// <summary>Mends its words. It is nothing that happened to it: whatever follows from that, or from until when it is open, stays as it is.</summary>
    public void Correct(CallForm form, CallTexts texts, CallStep step)
    {
        Form = form;
        Say(Content with { Texts = new Dictionary<string, CallTexts>(Content.Texts) { [Content.Language] = texts } });
        Take(step);
    }

    private void Go(string state, CallStep step)
    {
        (State, WaitsSince) = (state, step.At);
        Take(step);
    }

    private void Take(CallStep step)
    {
        RecordedAt = step.At;
        Version++;
        Steps.Add(step);
        StepTaken = step;
    }

    private void Say(CallContent content)
    {
        Content = content;
        Title = content.Texts[content.Language].Title;
        Type = content.Type;
        (OpensAt, ClosesAt) = (content.Opens?.Instant(), content.Deadline?.Instant());
        Countries = [.. content.Countries];
        CountriesWanted = [.. content.CountriesWanted];
        Regions = [.. content.Countries.Concat(content.CountriesWanted).SelectMany(code => IsoCountries.Find(code)?.Regions ?? []).Distinct()];
        Themes = [.. content.Themes.Select(theme => theme.Value)];
        Summit = content.Summit?.Number;
        Organisations = [.. content.Organisations.Concat(content.Partners).Select(organisation => organisation.Slug).Distinct()];
    }
}
