using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;

namespace PfP.Portal.Clients;

/// <summary>The part of the members API with which people are admitted and looked after, asked as the member whose page this is.</summary>
internal sealed class MembersClient(HttpClient http, ILogger<MembersClient> logger)
{
    private const string Root = "/api/members";

    public Task<Answer<Page<RegistrationResponse>>> RegistrationsAsync(string state, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<RegistrationResponse>>($"{Root}/registrations?state={Uri.EscapeDataString(state)}&{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<MembersYear>> YearAsync(int year, CancellationToken cancellationToken) =>
        http.ReadAsync<MembersYear>($"{Root}/years/{year.ToString(System.Globalization.CultureInfo.InvariantCulture)}", logger, cancellationToken);

    public Task<Answer<RegistrationResponse>> RegistrationAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<RegistrationResponse>($"{Root}/registrations/{id}", logger, cancellationToken);

    public Task<Outcome> ApproveAsync(Guid id, int version, string role, string? entity, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/registrations/{id}/approve", new { role, entity }, logger, cancellationToken, version);

    public Task<Outcome> RefuseAsync(Guid id, int version, string reason, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/registrations/{id}/refuse", new { reason }, logger, cancellationToken, version);

    public Task<Outcome> RenewAsync(Guid id, int version, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/{id}/renew", null, logger, cancellationToken, version);

    public Task<Outcome> ChangeRoleAsync(Guid id, int version, string role, string? entity, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Root}/{id}/role", new { role, entity }, logger, cancellationToken, version);

    public Task<Outcome> AppointSuccessorAsync(Guid id, int version, string name, string email, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/{id}/successor", new { name, email }, logger, cancellationToken, version);

    public Task<Answer<Page<InvitationResponse>>> InvitationsAsync(int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<InvitationResponse>>($"{Root}/invitations?{ListPages.Query(page)}", logger, cancellationToken);

    /// <param name="list">CSV, or a table pasted from a spreadsheet, with the names of its columns on top.</param>
    public async Task<(Outcome Outcome, InvitationReports? Report)> InviteAsync(string list, CancellationToken cancellationToken)
    {
        InvitationReports? report = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, $"{Root}/invitations/file", new StringContent(list, Encoding.UTF8, "text/csv"), logger, cancellationToken,
            read: async (content, token) => report = await content.ReadFromJsonAsync<InvitationReports>(token));
        return (outcome, report);
    }

    public Task<Outcome> ResendInvitationAsync(Guid id, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/invitations/{id}/resend", null, logger, cancellationToken);

    public Task<Outcome> WithdrawInvitationAsync(Guid id, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Delete, $"{Root}/invitations/{id}", null, logger, cancellationToken);

    public Task<Answer<AbuseReportResponse>> AbuseReportAsync(Guid id, CancellationToken cancellationToken) =>
        http.ReadAsync<AbuseReportResponse>($"{Root}/abuse-reports/{id}", logger, cancellationToken);

    /// <param name="decision">dismissed or member_ended.</param>
    public Task<Outcome> CloseAbuseReportAsync(Guid id, int version, string decision, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/abuse-reports/{id}/close", new AbuseDecisionRequest(decision), logger, cancellationToken, version);

    /// <param name="filter">account, action.</param>
    public Task<Answer<Page<SecurityEventResponse>>> SecurityLogAsync(IReadOnlyDictionary<string, string?> filter, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<SecurityEventResponse>>(QueryHelpers.AddQueryString($"{Root}/security-events?{ListPages.Query(page)}", filter), logger, cancellationToken);
}
