namespace PfP.Gateway.Sessions;

/// <summary>Tells a page's script who is signed in; a visitor is an answer like any other and not an error.</summary>
internal static class CurrentUser
{
    public static async Task<IResult> HandleAsync(HttpContext context, SessionReader sessions)
    {
        var found = await sessions.FindAsync(context);
        return found.Session is { Secrets.Profile: var profile }
            ? TypedResults.Ok(new UserResponse(true, profile.Name, profile.Roles, profile.Entity, profile.Locale))
            : TypedResults.Ok(new VisitorResponse(false));
    }

    private sealed record UserResponse(bool SignedIn, string? Name, IReadOnlyList<string> Roles, string? Entity, string? Locale);

    private sealed record VisitorResponse(bool SignedIn);
}
