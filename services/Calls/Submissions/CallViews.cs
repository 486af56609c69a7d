using PfP.Calls.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

/// <summary>Calls as their owners and the secretariat see them.</summary>
internal static class CallViews
{
    /// <summary>As the API answers with it, and its ETag.</summary>
    public static CallSubmission View(this Call call, DateTimeOffset now, HttpResponse response)
    {
        response.Headers.ETag = IfMatch.TagOf(call.Version);
        return new(
            call.Id,
            call.Version,
            call.Owner!,
            call.State,
            call.Form,
            call.IsOpenToItsOwner ? [.. new CallTemplate(call.Form).Wrong(now).Select(breach => new SubmissionProblem(breach.Field, breach.Message))] : [],
            call.RecordedAt,
            call.SubmittedAt,
            call.Slug,
            [.. call.Steps.Select(step => new SubmissionStep(step.At, step.Kind, step.BySecretariat, step.Text, step.Comments))])
        {
            Status = call.StatusAt(now),
            Deadline = CallResponses.Stated(call.Content.Deadline),
            Outcome = call.Outcome,
            OutcomeDueAt = call.OutcomeDueAt(now),
        };
    }

    public static CallSubmissionSummary ListView(this Call call, DateTimeOffset now) => new(call.Id, call.Owner!, call.State, call.Form.Title, call.WaitsSince)
    {
        Status = call.StatusAt(now),
        Slug = call.Slug,
        Deadline = CallResponses.Stated(call.Content.Deadline),
        OutcomeDueAt = call.OutcomeDueAt(now),
    };
}
