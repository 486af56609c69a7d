using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Groups;

/// <summary>Parts a group's texts and documents by who may read them. Whatever leaves the service goes through here.</summary>
internal static class GroupParts
{
    public static GroupPart PublicPart(this GroupContent content) => Part(content, isPublic: true);

    public static GroupPart MembersPart(this GroupContent content) => Part(content, isPublic: false);

    private static GroupPart Part(GroupContent content, bool isPublic) => new(
        [
            .. content.Years
                .Select(year => new GroupYear(year.Year, year.PlanIsPublic == isPublic ? year.Plan : null, year.ResultsArePublic == isPublic ? year.Results : null))
                .Where(year => year is not { Plan: null, Results: null }),
        ],
        [.. content.Documents.Where(document => document.IsPublic == isPublic)]);
}

internal sealed record GroupPart(IReadOnlyList<GroupYear> Years, IReadOnlyList<DocumentRecord> Documents);
