using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Introductions;

internal static class IntroductionViews
{
    public static async Task<IntroductionResponse> ViewAsync(this IdentityDbContext db, Introduction introduction, Reader reader, CancellationToken cancellationToken) =>
        Of(introduction, reader, await db.NamesAsync([introduction.FromId, introduction.ToId], cancellationToken));

    public static IntroductionResponse Of(Introduction introduction, Reader reader, IReadOnlyDictionary<Guid, MemberName> names) => new(
        introduction.Id, introduction.Version, introduction.State, introduction.ToId == reader.Id, names.Of(introduction.FromId), names.Of(introduction.ToId),
        introduction.Message, introduction.AskedAt, introduction.AnsweredAt, introduction.ThreadId);
}
