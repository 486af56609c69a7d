using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Choices;

internal static class ChangePreferences
{
    public static async Task<Ok<PreferencesResponse>> ReadAsync(ClaimsPrincipal user, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        var choices = await db.ChoicesAsync(user.MemberId() ?? Guid.Empty, cancellationToken);
        return TypedResults.Ok(new PreferencesResponse(choices.Days, choices.Hour, choices.Off));
    }

    public static async Task<Results<NoContent, NotFound, ValidationProblem>> HandleAsync(
        PreferencesRequest request, ClaimsPrincipal user, NotificationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Check(request) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var memberId = user.MemberId() ?? Guid.Empty;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.HoldMemberAsync(memberId, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await db.ChooseAsync(
            new(memberId, [.. Ladder.Rungs.Where(request.ReminderDays!.Contains)], request.ReminderHour!.Value, [.. MailKinds.All.Where(request.Off!.Contains)]), cancellationToken);
        await db.MoveRemindersAsync(memberId, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static Dictionary<string, string[]> Check(PreferencesRequest request)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.ReminderDays is not { } days || days.Except(Ladder.Rungs).Any())
        {
            errors.Add("reminderDays", [$"They are any of {string.Join(", ", Ladder.Rungs)}, or none."]);
        }

        if (request.ReminderHour is not (>= 0 and <= 23))
        {
            errors.Add("reminderHour", ["It is 0 to 23."]);
        }

        if (request.Off is not { } off || off.Except(MailKinds.All).Any())
        {
            errors.Add("off", [$"They are any of {string.Join(", ", MailKinds.All)}, or none."]);
        }

        return errors;
    }
}
