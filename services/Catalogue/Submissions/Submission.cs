using System.ComponentModel.DataAnnotations.Schema;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Submissions;

/// <summary>
/// A practice, policy tool, session or recommendation on its way into the catalogue, a correction of one that is there, or an update or lesson of a practice. It belongs to a
/// country or an organisation, whose members share it; the secretariat sees it from the moment it is sent in. Sessions and recommendations are the
/// secretariat's own, which publishes them itself. Every change counts <see cref="Version"/> up by one.
/// </summary>
internal sealed class Submission
{
    /// <summary>Whose sessions and recommendations are.</summary>
    public const string Secretariat = "secretariat";

    private Submission()
    {
    }

    public Guid Id { get; private init; }

    /// <summary><c>country:MD</c>, <c>organisation:iom</c>, or <see cref="Secretariat"/>.</summary>
    public string Owner { get; private init; } = "";

    /// <summary>One of <see cref="SubmissionKinds"/>.</summary>
    public string Kind { get; private init; } = "";

    public string State { get; private set; } = SubmissionStates.Draft;

    public int Version { get; private set; }

    public SubmissionForm Form { get; private set; } = new();

    /// <summary>Of a correction: what the form said when it began. Null for a new entry.</summary>
    public SubmissionForm? Base { get; private set; }

    public string? IdempotencyKey { get; private init; }

    /// <summary>The secretariat entered it for its owner: it writes the text, which the owner confirms before it is published.</summary>
    public bool OnBehalf { get; private init; }

    /// <summary>The version by which the text changed last.</summary>
    public int TextVersion { get; private set; } = 1;

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The member who sent it in the last time, and hears what becomes of it; null before that, and once they are erased.</summary>
    public Guid? SubmittedBy { get; private set; }

    /// <summary>Since when it waits for whoever has to move next.</summary>
    public DateTimeOffset WaitsSince { get; private set; }

    /// <summary>The entry that it corrects, adds to, or became.</summary>
    public Guid? EntryId { get; private set; }

    /// <summary>The moderator who has taken it; also while its owner has it, for when it comes back.</summary>
    public Guid? AssignedTo { get; private set; }

    public List<SubmissionStepRecord> Steps { get; private init; } = [];

    /// <summary>The day on which it is published, once the secretariat has accepted it for one; whatever moves it on ends that.</summary>
    public DateOnly? PublishOn { get; private set; }

    /// <summary>The moderator who accepted it for that day.</summary>
    public Guid? PublishBy { get; private set; }

    /// <summary>Of what a trusted owner published directly: one of <see cref="PublicationReviews"/>. Null for what was reviewed before.</summary>
    public string? Review { get; private set; }

    /// <summary>With <see cref="Review"/>: the version of the entry that its publication made.</summary>
    public int? EntryVersion { get; private set; }

    /// <summary>The step that it took since it was read.</summary>
    [NotMapped]
    public SubmissionStepRecord? StepTaken { get; private set; }

    public bool IsCorrection => Base is not null;

    /// <summary>There is nobody else who reviews it.</summary>
    public bool IsOfSecretariat => SubmissionKinds.OfSecretariat.Contains(Kind);

    /// <summary>Whether the secretariat writes its text.</summary>
    public bool IsWrittenBySecretariat => OnBehalf || IsOfSecretariat;

    public bool IsOpenToItsOwner => State is SubmissionStates.Draft or SubmissionStates.ChangesRequested;

    public static Submission Start(string owner, string kind, SubmissionForm form, string? key, DateTimeOffset at, bool onBehalf = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Owner = owner,
        Kind = kind,
        Form = form,
        IdempotencyKey = key,
        OnBehalf = onBehalf,
        Version = 1,
        ChangedAt = at,
        WaitsSince = at,
    };

    /// <param name="submittedBy">Where the secretariat begins it: who is to hear of that.</param>
    public static Submission Correct(string owner, string kind, Guid entryId, SubmissionForm published, DateTimeOffset at, Guid? submittedBy = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Owner = owner,
        Kind = kind,
        EntryId = entryId,
        Base = published,
        Form = published,
        SubmittedBy = submittedBy,
        Version = 1,
        ChangedAt = at,
        WaitsSince = at,
    };

    public static Submission Add(string owner, Guid practiceId, SubmissionForm form, string? key, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        Owner = owner,
        Kind = SubmissionKinds.Lesson,
        EntryId = practiceId,
        Form = form,
        IdempotencyKey = key,
        Version = 1,
        ChangedAt = at,
        WaitsSince = at,
    };

    public void Write(SubmissionForm form, DateTimeOffset at)
    {
        Form = form;
        ChangedAt = at;
        TextVersion = ++Version;
    }

    /// <summary>Whoever it was entered for is asked to confirm its text.</summary>
    public void Ask() => Version++;

    public void Submit(Guid member, DateTimeOffset at)
    {
        (SubmittedAt, SubmittedBy) = (at, member);
        Go(SubmissionStates.Submitted, SubmissionSteps.Submitted, bySecretariat: OnBehalf, new(null), at);
    }

    public void TakeBack(DateTimeOffset at) => Go(SubmissionStates.Draft, SubmissionSteps.TakenBack, bySecretariat: OnBehalf, new(null), at);

    public void RequestChanges(SubmissionRemark remark, DateTimeOffset at) =>
        Go(SubmissionStates.ChangesRequested, SubmissionSteps.ChangesRequested, bySecretariat: true, remark, at);

    /// <summary>Stays with the secretariat until that day.</summary>
    public void Schedule(DateOnly on, Guid by, DateTimeOffset at)
    {
        Go(SubmissionStates.Submitted, SubmissionSteps.Scheduled, bySecretariat: true, new(null), at);
        (PublishOn, PublishBy) = (on, by);
    }

    public void Unschedule(DateTimeOffset at) => Go(SubmissionStates.Submitted, SubmissionSteps.Unscheduled, bySecretariat: true, new(null), at);

    public void Refuse(SubmissionRemark remark, DateTimeOffset at) => Go(SubmissionStates.Refused, SubmissionSteps.Refused, bySecretariat: true, remark, at);

    /// <summary>The contact goes over to the entry's own, where members find it.</summary>
    public void Publish(Guid entryId, DateTimeOffset at) => Publish(entryId, bySecretariat: true, at);

    /// <summary>By its owner, before anybody has reviewed it.</summary>
    public void PublishAtOnce(Guid entryId, int entryVersion, Guid member, DateTimeOffset at)
    {
        (SubmittedAt, SubmittedBy) = (at, member);
        (Review, EntryVersion) = (PublicationReviews.Waiting, entryVersion);
        Publish(entryId, bySecretariat: false, at);
    }

    public void EndReview(string review, string step, SubmissionRemark remark, DateTimeOffset at)
    {
        Review = review;
        Go(SubmissionStates.Published, step, bySecretariat: true, remark, at);
    }

    public void AssignTo(Guid? moderator)
    {
        AssignedTo = moderator;
        Version++;
    }

    /// <summary>Adds to the thread, which changes neither what is written nor who has to move next.</summary>
    public void Say(string text, bool bySecretariat, string? key, DateTimeOffset at) => Add(SubmissionSteps.Message, bySecretariat, new(text), key, at);

    private void Publish(Guid entryId, bool bySecretariat, DateTimeOffset at)
    {
        EntryId = entryId;
        Form = Form with { Contact = null };
        Base = Base is null ? null : Base with { Contact = null };
        Go(SubmissionStates.Published, SubmissionSteps.Published, bySecretariat, new(null), at);
    }

    private void Go(string state, string step, bool bySecretariat, SubmissionRemark remark, DateTimeOffset at)
    {
        State = state;
        (PublishOn, PublishBy) = (null, null);
        WaitsSince = at;
        Version++;
        StepTaken = Add(step, bySecretariat, remark, null, at);
    }

    private SubmissionStepRecord Add(string step, bool bySecretariat, SubmissionRemark remark, string? key, DateTimeOffset at)
    {
        Steps.Add(new(Guid.CreateVersion7(), Id, at, step, bySecretariat, remark.Text?.Trim(), remark.Comments, key));
        return Steps[^1];
    }
}
