using Microsoft.Extensions.Localization;
using PfP.Portal.Clients;
using PfP.Portal.Resources;

namespace PfP.Portal.Components.Shared;

/// <summary>
/// A page whose form is saved while it is written, however wrong (draft.js, or without script its buttons), and sent in once it is right.
/// Nothing that was typed is lost to what somebody else saves meanwhile.
/// </summary>
/// <typeparam name="TForm">What is typed.</typeparam>
/// <typeparam name="TStored">The form as it is stored, with its version.</typeparam>
public abstract class DraftPage<TForm, TStored> : MemberPage
    where TForm : class
    where TStored : class
{
    [Microsoft.AspNetCore.Components.Inject]
    private IStringLocalizer<ContributionTexts> Words { get; set; } = null!;

    /// <summary>What is stored after this request tried to save: the reader's, or what somebody else has saved since the form was opened.</summary>
    protected TStored? Newest { get; private set; }

    /// <summary>The form as it was sent, with the files that came with it.</summary>
    protected TForm? Sent { get; private set; }

    protected bool IsSent => PostedForm == "form";

    /// <summary>What is wanted beyond saving: nothing (<c>save</c>, <c>files</c>), <c>rows</c>, <c>preview</c>, <c>submit</c>, <c>publish</c>, or an answer for a script (<c>autosave</c>).</summary>
    protected string Then => IsSent ? Posted("then") : "";

    /// <summary>Tells draft.js whether what the form shows is stored, was only typed, or stands beside what somebody else has stored.</summary>
    protected string Standing => IsOutdated ? "compared" : IsSent && Newest is null ? "typed" : "stored";

    protected int EmptyRows => Then == "rows" ? 5 : 2;

    /// <summary>The page's path, without culture.</summary>
    protected abstract string Self { get; }

    private bool IsOutdated { get; set; }

    private protected abstract Task<Answer<TStored>> ReadAsync();

    private protected abstract Task<(Outcome Outcome, TStored? Stored)> StoreAsync(int version, TForm form);

    private protected abstract Task<Outcome> SendInAsync(TStored stored);

    /// <summary>Where two forms differ, and what the stored one says there.</summary>
    protected abstract IReadOnlyList<(string Field, string Text)> Differences(TForm mine, TStored theirs);

    protected abstract int VersionOf(TStored stored);

    protected abstract string NameOf(string field);

    /// <summary>In the reader's language, where we have words of our own for what is wrong there; null where we have none.</summary>
    protected abstract string? WordsFor(string wrongField);

    protected abstract int OrderOf(string field);

    /// <summary>What could not be saved stays based on what its writer has seen.</summary>
    protected int ShownVersion(TStored stored) => Newest is { } newest ? VersionOf(newest) : IsSent ? PostedVersion : VersionOf(stored);

    protected async Task SaveAsync(TForm form)
    {
        Sent = form;
        var (outcome, saved) = await StoreAsync(PostedVersion, form);
        if (outcome.State == OutcomeState.Outdated)
        {
            saved = (await ReadAsync()).Value;
            if (saved is null || Differences(form, saved) is { Count: > 0 })
            {
                Compare(form, saved);
                return;
            }

            // The same is stored already: it was sent twice, or the first answer was lost on its way.
            outcome = Outcome.Of(OutcomeState.Done);
        }

        // Whatever comes next starts from what is stored now.
        Newest = saved;
        if (outcome.IsDone && Errors.Any)
        {
            // All but a file is saved.
            return;
        }

        if (outcome.IsDone && Then is "submit" or "publish")
        {
            outcome = await SendInAsync(saved!);
        }

        if (!outcome.IsDone || Then is not ("rows" or "autosave"))
        {
            Finish(Worded(outcome), Then switch { "files" => $"{Self}?saved#files", "preview" => $"{Self}?preview#preview", _ => $"{Self}?saved" });
        }
    }

    /// <summary>Says at each field what somebody else has saved meanwhile; sent again, the form replaces that.</summary>
    private void Compare(TForm mine, TStored? theirs)
    {
        (Newest, IsOutdated) = (theirs, true);
        Refuse("", Words["Outdated"]);
        foreach (var (field, text) in theirs is null ? [] : Differences(mine, theirs))
        {
            Refuse(field, Words["Outdated.Field", NameOf(field), text]);
        }

        Http.Response.StatusCode = StatusCodes.Status409Conflict;
    }

    private Outcome Worded(Outcome outcome) => outcome with
    {
        Problems = [.. outcome.Problems
            .Select(problem => (problem.Field, Message: WordsFor(problem.Field) ?? problem.Message))
            .Distinct()
            .OrderBy(problem => OrderOf(problem.Field))],
    };
}
