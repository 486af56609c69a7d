using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What of the queue a moderator wants to see.</summary>
internal sealed class QueueFilter
{
    private const int LongestOwner = 200;
    private static readonly string[] Assignments = [SubmissionAssignments.Me, SubmissionAssignments.Nobody, SubmissionAssignments.All];

    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [FromQuery(Name = "owner")]
    public string? Owner { get; init; }

    [FromQuery(Name = "assigned")]
    public string? Assigned { get; init; }

    public IReadOnlyList<Breach> Check() =>
    [
        .. State is null or SubmissionStates.ToReview || SubmissionStates.OfTheQueue.Contains(State) ? Array.Empty<Breach>() : [new Breach("state", $"It is one of {string.Join(", ", SubmissionStates.OfTheQueue.Append(SubmissionStates.ToReview))}.")],
        .. Owner is null || IsEntity(Owner) ? Array.Empty<Breach>() : [new Breach("owner", "It is a country or an organisation, such as country:MD or organisation:iom.")],
        .. Assigned is null || Assignments.Contains(Assigned) ? Array.Empty<Breach>() : [new Breach("assigned", $"It is one of {string.Join(", ", Assignments)}.")],
    ];

    public IQueryable<Submission> Of(IQueryable<Submission> submissions, ClaimsPrincipal reader)
    {
        var (state, me) = (State ?? SubmissionStates.Submitted, reader.MemberId());
        var wanted = submissions.Where(submission => !SubmissionKinds.OfSecretariat.Contains(submission.Kind) && (Owner == null || submission.Owner == Owner)
            && (state == SubmissionStates.ToReview ? submission.Review == PublicationReviews.Waiting : submission.State == state));
        return Assigned switch
        {
            SubmissionAssignments.Me => wanted.Where(submission => submission.AssignedTo == me),
            SubmissionAssignments.Nobody => wanted.Where(submission => submission.AssignedTo == null),
            _ => wanted,
        };
    }

    private static bool IsEntity(string text) => (EntityKeys.Country(text) ?? EntityKeys.Organisation(text)) is { Length: > 0 } && PlainText.IsLine(text, LongestOwner);
}
