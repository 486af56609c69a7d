using System.Globalization;
using System.Text;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the members API with which people are admitted and looked after, asked as the member whose page this is.</summary>
internal sealed class MembersClient(HttpClient http, ILogger<MembersClient> logger)
{
    private const string Root = "/api/members";

    public const int PageSize = 20;

    public Task<Answer<Page<RegistrationResponse>>> RegistrationsAsync(string state, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<RegistrationResponse>>($"{Root}/registrations?state={Uri.EscapeDataString(state)}&{Paged(page)}", logger, cancellationToken);

    public Task<Answer<RegistrationResponse>> RegistrationAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<RegistrationResponse>($"{Root}/registrations/{id}", logger, cancellationToken);

    public Task<Outcome> ApproveAsync(Guid id, int version, string role, string? entity, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Post, $"registrations/{id}/approve", version, new { role, entity }, cancellationToken);

    public Task<Outcome> RefuseAsync(Guid id, int version, string reason, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Post, $"registrations/{id}/refuse", version, new { reason }, cancellationToken);

    public Task<Outcome> RenewAsync(Guid id, int version, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Post, $"{id}/renew", version, null, cancellationToken);

    public Task<Outcome> ChangeRoleAsync(Guid id, int version, string role, string? entity, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Put, $"{id}/role", version, new { role, entity }, cancellationToken);

    public Task<Outcome> AppointSuccessorAsync(Guid id, int version, string name, string email, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Post, $"{id}/successor", version, new { name, email }, cancellationToken);

    public Task<Answer<Page<InvitationResponse>>> InvitationsAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<InvitationResponse>>($"{Root}/invitations?{Paged(page)}", logger, cancellationToken);

    /// <param name="list">CSV, or a table pasted from a spreadsheet, with the names of its columns on top.</param>
    public async Task<(Outcome Outcome, InvitationReports? Report)> InviteAsync(string list, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/invitations/file") { Content = new StringContent(list, Encoding.UTF8, "text/csv") };
        InvitationReports? report = null;
        var outcome = await http.WriteAsync(
            request, logger, cancellationToken, async (content, token) => report = await content.ReadFromJsonAsync<InvitationReports>(token));
        return (outcome, report);
    }

    public Task<Outcome> ResendInvitationAsync(Guid id, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Post, $"invitations/{id}/resend", null, null, cancellationToken);

    public Task<Outcome> WithdrawInvitationAsync(Guid id, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Delete, $"invitations/{id}", null, null, cancellationToken);

    public Task<Answer<AbuseReportResponse>> AbuseReportAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<AbuseReportResponse>($"{Root}/abuse-reports/{id}", logger, cancellationToken);

    /// <param name="decision">dismissed or member_ended.</param>
    public Task<Outcome> CloseAbuseReportAsync(Guid id, int version, string decision, CancellationToken cancellationToken) =>
        DecideAsync(HttpMethod.Post, $"abuse-reports/{id}/close", version, new AbuseDecisionRequest(decision), cancellationToken);

    private async Task<Outcome> DecideAsync(HttpMethod method, string path, int? version, object? body, CancellationToken cancellationToken)
    {
        using var request = ApiWriter.Request(method, $"{Root}/{path}", body, version);
        return await http.WriteAsync(request, logger, cancellationToken);
    }

    private static string Paged(int page) => string.Create(CultureInfo.InvariantCulture, $"page={page}&pageSize={PageSize}");
}
