using Microsoft.AspNetCore.Identity;

namespace PfP.Identity.Data;

internal sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();
}
