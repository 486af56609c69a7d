using PfP.Chaos.Processes;
using PfP.Chaos.Review;

namespace PfP.Chaos.Checks;

/// <summary>What the catalogue's database holds of the review, read past the service.</summary>
internal sealed class StoredReview(Postgres postgres)
{
    private const string Submissions = $"submissions where idempotency_key like '{GeneratedSubmission.KeyPrefix}%'";

    /// <summary>By their keys, and those that no key of the review belongs to with the empty one.</summary>
    public async Task<ILookup<string, StoredSubmission>> SubmissionsAsync(CancellationToken cancellationToken) =>
        (await postgres.QueryAsync<StoredSubmission>("catalogue", """
            select coalesce(idempotency_key, '') as key, submissions.id, submissions.state, submissions.version, entries.id as entry, entries.slug, entries.version as entryversion
            from submissions left join entries on entries.id = entry_id
            """, cancellationToken)).ToLookup(submission => submission.Key);

    /// <summary>The steps of each, in their order.</summary>
    public async Task<ILookup<Guid, string>> StepsAsync(CancellationToken cancellationToken) =>
        (await postgres.QueryAsync<(Guid Submission, string Kind)>("catalogue", "select submission_id, kind from submission_steps order by at, id", cancellationToken))
        .ToLookup(step => step.Submission, step => step.Kind);

    /// <summary>The changes of each that are recorded more than once.</summary>
    public async Task<ILookup<Guid, string>> RecordedTwiceAsync(CancellationToken cancellationToken) =>
        (await postgres.QueryAsync<(Guid Submission, string Action)>("catalogue", $"""
            select subject_id, action from audit where subject_id in (select id from {Submissions})
            group by subject_id, action, version having count(*) > 1
            """, cancellationToken)).ToLookup(record => record.Submission, record => record.Action);
}

internal sealed record StoredSubmission(string Key, Guid Id, string State, int Version, Guid? Entry, string? Slug, int? EntryVersion);
