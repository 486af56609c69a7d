namespace PfP.Chaos.Review;

/// <summary>A submission cannot go on: it is not as it was accepted.</summary>
/// <param name="kind">One of <see cref="Checks.Problem"/>.</param>
internal sealed class ReviewException(string kind, string message) : Exception(message)
{
    public string Kind => kind;
}
