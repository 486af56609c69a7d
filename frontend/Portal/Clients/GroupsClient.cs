using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API that has the working groups, asked as the reader whose page this is.</summary>
internal sealed class GroupsClient(HttpClient http, ILogger<GroupsClient> logger)
{
    private const string Root = "/api/catalogue/working-groups";

    public Task<Answer<IReadOnlyList<WorkingGroupSummary>>> ListAsync(CancellationToken cancellationToken) =>
        http.ReadAsync<IReadOnlyList<WorkingGroupSummary>>($"{Root}?lang={SiteLanguage.Current.Code}", logger, cancellationToken);

    public Task<Answer<WorkingGroupResponse>> GetAsync(string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<WorkingGroupResponse>($"{Of(slug)}?lang={SiteLanguage.Current.Code}", logger, cancellationToken);

    /// <summary>For a page that is made for one member.</summary>
    public Task<Answer<GroupMembersPart>> MembersPartAsync(string slug, CancellationToken cancellationToken) =>
        http.ReadAsync<GroupMembersPart>($"{Of(slug)}/members", logger, cancellationToken);

    public Task<Answer<WorkingGroupDraft>> DraftAsync(string slug, CancellationToken cancellationToken) => http.ReadAsync<WorkingGroupDraft>($"{Of(slug)}/draft", logger, cancellationToken);

    /// <summary>Sent twice it adds one: its name names it.</summary>
    public async Task<(Outcome Outcome, WorkingGroupDraft? Group)> AddAsync(NewWorkingGroup group, CancellationToken cancellationToken)
    {
        WorkingGroupDraft? added = null;
        var outcome = await http.WriteAsync(
            HttpMethod.Post, Root, group, logger, cancellationToken, read: async (answer, aborted) => added = await answer.ReadFromJsonAsync<WorkingGroupDraft>(aborted));
        return (outcome, added);
    }

    /// <param name="version">Of the group, as the reader saw it.</param>
    public Task<Outcome> DescribeAsync(string slug, int version, WorkingGroupChange change, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, Of(slug), change, logger, cancellationToken, version);

    public Task<Outcome> WriteMandateAsync(string slug, int version, string mandate, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Of(slug)}/mandate", new GroupMandate(mandate), logger, cancellationToken, version);

    public Task<Outcome> WriteYearAsync(string slug, int version, int year, GroupYearChange change, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, FormattableString.Invariant($"{Of(slug)}/years/{year}"), change, logger, cancellationToken, version);

    public Task<(Outcome Outcome, SubmissionFile? File)> AddDocumentAsync(string slug, string name, byte[] content, CancellationToken cancellationToken) =>
        http.SendFileAsync($"{Of(slug)}/documents", name, content, logger, cancellationToken);

    public Task<Outcome> NameDocumentsAsync(string slug, int version, IReadOnlyList<GroupDocumentChange> documents, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Put, $"{Of(slug)}/documents", new GroupDocumentsChange(documents), logger, cancellationToken, version);

    private static string Of(string slug) => $"{Root}/{Uri.EscapeDataString(slug)}";
}
