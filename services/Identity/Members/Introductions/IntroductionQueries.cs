namespace PfP.Identity.Members.Introductions;

internal static class IntroductionQueries
{
    /// <summary>Whoever asked and whoever was asked; nobody else, the secretariat neither.</summary>
    public static IQueryable<Introduction> Of(this IQueryable<Introduction> introductions, Guid member) =>
        introductions.Where(introduction => introduction.FromId == member || introduction.ToId == member);

    public static IQueryable<Introduction> Between(this IQueryable<Introduction> introductions, Guid one, Guid other) => introductions.Where(introduction =>
        (introduction.FromId == one && introduction.ToId == other) || (introduction.FromId == other && introduction.ToId == one));
}
