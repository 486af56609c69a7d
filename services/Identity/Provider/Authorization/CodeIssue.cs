using Microsoft.Extensions.Options;
using PfP.Identity.Data;
using PfP.Identity.Provider.Tokens;

namespace PfP.Identity.Provider.Authorization;

/// <summary>Makes a code, and the grant that it will turn into tokens.</summary>
internal sealed class CodeIssue(IdentityDbContext db, TimeProvider clock, IOptions<ProviderOptions> options)
{
    public async Task<string> IssueAsync(AuthorizationTarget target, AuthorizationRequest request, BrowserSession session, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = Handle.Create();
        var grant = new Grant(
            Guid.CreateVersion7(now), target.Client.Id, session.AccountId, session.Id, [.. request.Scopes], now, now + options.Value.GrantLifetime);
        db.Grants.Add(grant);
        db.Codes.Add(new(Handle.Hash(code), grant.Id, target.RedirectUri, request.Challenge, request.Nonce, now + options.Value.CodeLifetime));
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }
}
