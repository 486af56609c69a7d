using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.Notifications.Digests;
using PfP.Notifications.Members;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Choices;

internal static class ChangePreferences
{
    public static async Task<Ok<PreferencesResponse>> ReadAsync(ClaimsPrincipal user, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        var choices = await db.ChoicesAsync(user.MemberId() ?? Guid.Empty, cancellationToken);
        return TypedResults.Ok(new PreferencesResponse(choices.Days, choices.Hour, choices.Off, choices.Frequency, choices.QuietFrom, choices.QuietTo));
    }

    public static async Task<Results<NoContent, NotFound, ValidationProblem>> HandleAsync(
        PreferencesRequest request, ClaimsPrincipal user, NotificationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Check(request) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var (memberId, now) = (user.MemberId() ?? Guid.Empty, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockFoundAsync(memberId, cancellationToken);
        if (!await db.HoldMemberAsync(memberId, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await db.ChooseAsync(ChoicesOf(memberId, request), cancellationToken);
        await db.MoveRemindersAsync(memberId, now, cancellationToken);
        await db.MoveDigestAsync(memberId, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static MailChoices ChoicesOf(Guid memberId, PreferencesRequest request) => new(
        memberId,
        [.. Ladder.Rungs.Where(request.ReminderDays!.Contains)],
        request.ReminderHour!.Value,
        [.. MailKinds.All.Where(request.Off!.Contains)],
        request.Frequency ?? Frequencies.Weekly,
        request.QuietFrom,
        request.QuietTo);

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
        else if (QuietHours.Of(request.QuietFrom, request.QuietTo)?.Hold(request.ReminderHour.Value) == true)
        {
            errors.Add("reminderHour", ["It lies in the quiet hours."]);
        }

        if (request.Off is not { } off || off.Except(MailKinds.All).Any())
        {
            errors.Add("off", [$"They are any of {string.Join(", ", MailKinds.All)}, or none."]);
        }

        if (request.Frequency is { } frequency && !Frequencies.All.Contains(frequency))
        {
            errors.Add("frequency", [$"It is one of {string.Join(", ", Frequencies.All)}."]);
        }

        CheckQuiet(request, errors);
        return errors;
    }

    private static void CheckQuiet(PreferencesRequest request, Dictionary<string, string[]> errors)
    {
        if (request.QuietFrom is not (null or (>= 0 and <= 23)))
        {
            errors.Add("quietFrom", ["It is 0 to 23, or none."]);
        }
        else if (request.QuietFrom is null && request.QuietTo is not null)
        {
            errors.Add("quietFrom", ["Quiet hours have a beginning and an end, or neither."]);
        }

        if (request.QuietTo is not (null or (>= 0 and <= 23)))
        {
            errors.Add("quietTo", ["It is 0 to 23, or none."]);
        }
        else if ((request.QuietFrom is not null && request.QuietTo is null) || (request.QuietFrom is not null && request.QuietFrom == request.QuietTo))
        {
            errors.Add("quietTo", ["Quiet hours have a beginning and another hour as their end, or neither."]);
        }
    }
}
