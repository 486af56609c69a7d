using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

internal static class CallAddress
{
    /// <summary>What else stands where a slug does, in the API and among the pages.</summary>
    private static readonly string[] Reserved = ["submissions", "deadlines", "files", "reply", "replies", "mails", "reports", "own-data"];

    /// <summary>The public path of a call's page, without culture.</summary>
    public static string Of(string slug) => $"/calls/{slug}";

    /// <summary>Where a public call's own file is downloaded.</summary>
    public static string OfFile(Guid id, string name) => $"/api/calls/files/{id}/{Uri.EscapeDataString(name)}";

    /// <summary>From the title, with a number where another call has it; from the id where no letter of the title is ASCII.</summary>
    public static async Task<string> FreeSlugAsync(CallsDbContext db, string title, Guid id, CancellationToken cancellationToken)
    {
        var wanted = Slug.Of(title, "call", id);
        var pattern = $"{wanted}-%";
        var taken = await db.Calls.Where(call => call.Slug == wanted || EF.Functions.Like(call.Slug!, pattern)).Select(call => call.Slug!).ToListAsync(cancellationToken);
        return Slug.Free(wanted, free => !taken.Contains(free) && !Reserved.Contains(free));
    }
}
