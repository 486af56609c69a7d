using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

internal static class CallAddress
{
    /// <summary>What else stands where a slug does, in the API and among the pages.</summary>
    private static readonly string[] Reserved = ["submissions", "deadlines", "reply", "replies"];

    /// <summary>The public path of a call's page, without culture.</summary>
    public static string Of(string slug) => $"/calls/{slug}";

    /// <summary>From the title, with a number where another call has it; from the id where no letter of the title is ASCII.</summary>
    public static async Task<string> FreeSlugAsync(CallsDbContext db, string title, Guid id, CancellationToken cancellationToken)
    {
        var wanted = Slug.From(title) is { Length: > 0 } ascii ? ascii : $"call-{id.ToString("n")[^8..]}";
        var pattern = $"{wanted}-%";
        var taken = await db.Calls.Where(call => call.Slug == wanted || EF.Functions.Like(call.Slug!, pattern)).Select(call => call.Slug!).ToListAsync(cancellationToken);
        var free = wanted;
        for (var suffix = 2; taken.Contains(free) || Reserved.Contains(free); suffix++)
        {
            free = $"{wanted}-{suffix}";
        }

        return free;
    }
}
