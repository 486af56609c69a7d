using PfP.Chaos.Review;

namespace PfP.Chaos.Checks;

/// <summary>Compares what clients of the review were told with what is stored, shown and found.</summary>
internal sealed class ReviewChecker(StoredReview stored, PublishedPractice published, Verdict verdict)
{
    public async Task CheckAsync(IReadOnlyList<GeneratedSubmission> submissions, ReviewLog log, CancellationToken cancellationToken)
    {
        var (all, steps, twice) = (await stored.SubmissionsAsync(cancellationToken), await stored.StepsAsync(cancellationToken), await stored.RecordedTwiceAsync(cancellationToken));
        verdict.CheckCount("submissions", all.Sum(key => key.Count()), submissions.Count);
        foreach (var submission in submissions)
        {
            if (all[submission.Key].ToList() is not [var found])
            {
                var count = all[submission.Key].Count();
                verdict.Add(count == 0 ? Problem.Lost : Problem.Doubled, $"{submission.Key} made {count} submissions");
                continue;
            }

            CheckStored(found, log, [.. steps[found.Id]], [.. twice[found.Id]]);
            if (found is { Entry: { } entry, Slug: { } slug })
            {
                await CheckPublishedAsync(submission, entry, slug, cancellationToken);
            }
        }

        foreach (var shared in all.SelectMany(key => key).Where(submission => submission.Entry is not null).GroupBy(submission => submission.Entry).Where(entry => entry.Count() > 1))
        {
            verdict.Add(Problem.Lost, $"{string.Join(" and ", shared.Select(submission => submission.Key))} became one practice");
        }
    }

    private void CheckStored(StoredSubmission found, ReviewLog log, IReadOnlyList<string> steps, IReadOnlyList<string> twice)
    {
        AddIf(log.Begun.TryGetValue(found.Key, out var told) && told != found.Id, Problem.Lost, $"{found.Key} was accepted as {told} and is {found.Id}");
        AddIf(found.State != "published" || found.EntryVersion is null, Problem.Lost, $"{found.Key} is {found.State}, version {found.Version}");
        AddIf(found.Version > Journey.LastVersion || found.EntryVersion > 1, Problem.Doubled, $"{found.Key} has version {found.Version}, its practice {found.EntryVersion}");
        AddIf(!steps.SequenceEqual(Journey.Steps), steps.Count > Journey.Steps.Count ? Problem.Doubled : Problem.Lost, $"{found.Key} went through {string.Join(", ", steps)}");
        AddIf(twice.Count > 0, Problem.Doubled, $"{found.Key}: recorded twice: {string.Join(", ", twice)}");
    }

    private async Task CheckPublishedAsync(GeneratedSubmission submission, Guid entry, string slug, CancellationToken cancellationToken)
    {
        var differences = await published.DifferencesAsync(slug, submission, cancellationToken);
        AddIf(differences.Count > 0, Problem.Stale, $"{submission.Key} is published with another {string.Join(", ", differences)} than was sent");
        var times = await published.TimesFoundAsync(submission.Word, entry, cancellationToken);
        AddIf(times == 0, Problem.Lost, $"{submission.Key} is not found by its word {submission.Word}");
        AddIf(times > 1, Problem.Doubled, $"{submission.Key} is found {times} times");
        AddIf(await published.TimesFoundAsync(submission.FormerWord, entry, cancellationToken) > 0, Problem.Ghost, $"{submission.Key} is found by a word that was never published");
    }

    private void AddIf(bool wrong, string kind, string what)
    {
        if (wrong)
        {
            verdict.Add(kind, what);
        }
    }
}
