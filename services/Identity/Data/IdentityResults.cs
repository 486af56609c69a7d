using Microsoft.AspNetCore.Identity;

namespace PfP.Identity.Data;

internal static class IdentityResults
{
    /// <summary>What must not fail here: nothing was saved, so nothing may go on as if it had been.</summary>
    public static async Task OrThrowAsync(this Task<IdentityResult> change)
    {
        var result = await change;
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        }
    }
}
