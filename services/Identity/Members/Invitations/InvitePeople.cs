using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Invitations;

internal static class InvitePeople
{
    private const int MostRows = 500;
    private const int LongestFile = 256 * 1024;

    public sealed record Request(IReadOnlyList<InvitationRow>? Rows);

    public static Task<Results<Ok<InvitationReports>, ValidationProblem>> HandleAsync(
        Request request, Inviting inviting, IdentityDbContext db, HttpContext http, CancellationToken cancellationToken) =>
        InviteAsync(request.Rows ?? [], inviting, db, http, cancellationToken);

    public static async Task<Results<Ok<InvitationReports>, ValidationProblem>> HandleFileAsync(
        Inviting inviting, IdentityDbContext db, HttpContext http, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var buffer = new char[LongestFile];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        if (length == LongestFile)
        {
            return Refuse($"A file has at most {LongestFile / 1024} kB.");
        }

        return InvitationFile.Parse(new(buffer, 0, length)) is { } rows
            ? await InviteAsync(rows, inviting, db, http, cancellationToken)
            : Refuse("The file is not valid CSV.");
    }

    private static async Task<Results<Ok<InvitationReports>, ValidationProblem>> InviteAsync(
        IReadOnlyList<InvitationRow> rows, Inviting inviting, IdentityDbContext db, HttpContext http, CancellationToken cancellationToken)
    {
        if (rows.Count is 0 or > MostRows)
        {
            return Refuse($"A list has 1 to {MostRows} rows.");
        }

        if (InviterOf(http) is not { } by)
        {
            return Refuse("Your membership names no country or organisation to invite for.");
        }

        var reports = new List<InvitationReport>();
        foreach (var (number, row) in rows.Index())
        {
            reports.Add(await inviting.InviteAsync(number + 1, row, by, cancellationToken));
            // What is stored need not be looked through again with every line that follows.
            db.ChangeTracker.Clear();
        }

        return TypedResults.Ok(new InvitationReports(reports.Count(report => report.Problem is null), reports));
    }

    /// <summary>The secretariat may invite for all, a focal point for the own country or organisation.</summary>
    public static Inviter? InviterOf(HttpContext http) =>
        http.User.IsStaff() ? new(http.User.MemberId(), null)
        : http.User.Entity() is { } entity ? new(http.User.MemberId(), entity) : null;

    private static ValidationProblem Refuse(string problem) => Refusals.Invalid("rows", problem);
}
