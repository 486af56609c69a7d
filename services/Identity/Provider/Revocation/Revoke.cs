using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Http;
using PfP.Identity.Provider.Tokens;

namespace PfP.Identity.Provider.Revocation;

/// <summary>RFC 7009. A token takes its whole grant along; one that is not known, or over, was revoked already.</summary>
internal sealed class Revoke(IdentityDbContext db, IssuedTokens tokens, TimeProvider clock)
{
    public static async Task<IResult> HandleAsync(HttpContext http, ClientAuthentication clients, Revoke revoke, CancellationToken cancellationToken)
    {
        if (await Parameters.OfFormAsync(http.Request, cancellationToken) is not { } form)
        {
            return OAuthError.InvalidRequest("Parameters are sent as application/x-www-form-urlencoded.");
        }

        var (client, error) = clients.Authenticate(http.Request, form);
        if (client is null)
        {
            return error!;
        }

        return form["token"] is { } token
            ? await revoke.RevokeAsync(client, token, cancellationToken)
            : OAuthError.InvalidRequest("token is missing.");
    }

    private async Task<IResult> RevokeAsync(Client client, string token, CancellationToken cancellationToken)
    {
        var id = await FindAsync(token, cancellationToken);
        var grant = await db.Grants.AsNoTracking().FirstOrDefaultAsync(grant => grant.Id == id, cancellationToken);
        if (grant is not null && grant.ClientId != client.Id)
        {
            return OAuthError.InvalidGrant("The token is another client's.");
        }

        DateTimeOffset? now = clock.GetUtcNow();
        await db.Grants.Where(grant => grant.Id == id && grant.RevokedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(grant => grant.RevokedAt, now), cancellationToken);
        return TypedResults.Ok();
    }

    private async Task<Guid?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Handle.Hash(token);
        var found = await db.RefreshTokens.AsNoTracking().FirstOrDefaultAsync(refresh => refresh.Hash == hash, cancellationToken);
        return found?.GrantId ?? (await tokens.ReadAccessTokenAsync(token, cancellationToken) is { } read ? TokenId.Grant(read.Id) : null);
    }
}
