using Microsoft.EntityFrameworkCore;

namespace PfP.ServiceDefaults;

public static class DeadLetterErasure
{
    /// <summary>Deletes the messages that kept failing and name a member: they hold what they were to tell.</summary>
    public static Task ForgetDeadLettersAsync(this ServiceDbContext db, Guid memberId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync($"delete from dead_letters where position({memberId.ToString()} in body) > 0", cancellationToken);
    }
}
