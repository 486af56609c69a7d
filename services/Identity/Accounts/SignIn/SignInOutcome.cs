namespace PfP.Identity.Accounts.SignIn;

/// <summary>What came of an attempt: the next page, a time to wait, or neither, when it was wrong.</summary>
internal sealed record SignInOutcome(string? Next = null, TimeSpan? Wait = null)
{
    public static readonly SignInOutcome Wrong = new();
}
