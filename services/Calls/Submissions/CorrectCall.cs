using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>Mends what a public call says. At once, and on record: its page tells when, and the audit what.</summary>
internal static class CorrectCall
{
    private static readonly string[] Words = ["title", "summary", "ask", "forWhom", "background"];

    public static async Task<ChangeResult> HandleAsync(
        Guid id, CallWords words, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        var (call, obstacle) = await turn.TakeAsync(Turn.Correct, id, match, contributor, cancellationToken);
        if (call is null)
        {
            return obstacle!;
        }

        var form = call.Form with { Title = words.Title, Summary = words.Summary, Ask = words.Ask, ForWhom = words.ForWhom, Background = words.Background };
        var template = new CallTemplate(form);
        if (CallLimits.Check(form).Concat(template.Wrong(turn.Now)).Where(breach => Words.Contains(breach.Field)).ToList() is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        if (StoredJson.Changes(call.Form, form) is not { Length: > 0 } fields)
        {
            return turn.Answer(call);
        }

        call.Correct(form, template.Texts, turn.Step(call, contributor, CallChanges.Corrected, null));
        return await turn.DoneAsync(call, contributor, CallChanges.Corrected, fields, cancellationToken);
    }
}
