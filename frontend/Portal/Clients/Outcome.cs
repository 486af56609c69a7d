using Microsoft.Extensions.Localization;

namespace PfP.Portal.Clients;

/// <summary>What became of a change that a form asked a service for.</summary>
internal enum OutcomeState
{
    Done,

    /// <summary>Something in the form is wrong: see <see cref="Outcome.Problems"/>.</summary>
    Refused,

    /// <summary>What was to be changed is not as it was when the form was opened.</summary>
    Outdated,

    /// <summary>It is gone, or was never the reader's.</summary>
    Missing,

    /// <summary>Too many in too short a time.</summary>
    TooMany,

    /// <summary>The service does not answer; the form may be sent again.</summary>
    Unreachable,
}

/// <param name="Problems">Field and what is wrong with it, as the service says.</param>
internal sealed record Outcome(OutcomeState State, IReadOnlyList<(string Field, string Message)> Problems)
{
    public bool IsDone => State == OutcomeState.Done;

    /// <summary>In the reader's language, where we have <paramref name="words"/> of our own for what is wrong with a field.</summary>
    public Outcome Worded(Func<string, LocalizedString> words) => this with
    {
        Problems = [.. Problems.Select(problem => (problem.Field, words(problem.Field) is { ResourceNotFound: false } known ? known.Value : problem.Message)).Distinct()],
    };

    public static Outcome Of(OutcomeState state) => new(state, []);
}
