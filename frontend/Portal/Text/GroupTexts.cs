using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;
using PfP.Portal.Resources;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Portal.Text;

/// <summary>How working groups are spoken of.</summary>
internal static class GroupTexts
{
    /// <summary>The years in which it works or worked, as far as they are known.</summary>
    public static string? Years(IStringLocalizer<ForumTexts> forumTexts, WorkingGroupSummary group) => (group.FromYear, group.ToYear) switch
    {
        ({ } from, { } to) when from == to => $"{from}",
        ({ } from, { } to) => $"{from}–{to}",
        ({ } from, null) => forumTexts["Group.Since", from].Value,
        (null, { } to) => forumTexts["Group.Until", to].Value,
        _ => null,
    };

    /// <summary>The chair's own page.</summary>
    public static string PathOf(GroupChair chair) => EntityKeys.Country(chair.Owner) is { } code ? $"/countries/{code.ToLowerInvariant()}" : $"/organisations/{EntityKeys.Organisation(chair.Owner)}";

    /// <summary>A country in the reader's language; an organisation as it is called.</summary>
    public static string NameOf(GroupChair chair) => EntityKeys.Country(chair.Owner) is { } code ? Labels.Country(code) : chair.Name;

    /// <summary>What is wrong with a form, in the reader's language; <paramref name="fields"/> says where it is shown that has another name there.</summary>
    public static Outcome Worded(this Outcome outcome, IStringLocalizer<ForumTexts> forumTexts, params (string Field, string Shown)[] fields) => outcome with
    {
        Problems = [.. outcome.Worded(field => forumTexts[$"Wrong.{field}"]).Problems
            .Select(problem => (Array.Find(fields, field => field.Field == problem.Field).Shown ?? problem.Field, problem.Message))
            .Distinct()],
    };
}
