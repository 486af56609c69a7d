using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The part of a service's API through which readers report what is wrong with a page, and the secretariat reads that.</summary>
internal abstract class ReportsClient(HttpClient http, ILogger logger, string service)
{
    private readonly string root = $"/api/{service}/reports";

    /// <summary>As it stands in its paths.</summary>
    public string Service => service;

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<Outcome> ReportAsync(NewReaderReport report, string key, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, root, report, logger, cancellationToken, key: key);

    /// <param name="state">open or closed.</param>
    public Task<Answer<Page<ReaderReportSummary>>> ListAsync(string state, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<ReaderReportSummary>>($"{root}?state={Uri.EscapeDataString(state)}&lang={SiteLanguage.Current.Code}&{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<ReaderReportResponse>> GetAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<ReaderReportResponse>($"{root}/{id}", logger, cancellationToken);

    public Task<Outcome> CloseAsync(Guid id, int version, string note, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{root}/{id}/close", new ReaderReportNote(note), logger, cancellationToken, version);
}

internal sealed class EntryReportsClient(HttpClient http, ILogger<EntryReportsClient> logger) : ReportsClient(http, logger, "catalogue");

internal sealed class CallReportsClient(HttpClient http, ILogger<CallReportsClient> logger) : ReportsClient(http, logger, "calls");

/// <summary>Both services whose pages readers report something about.</summary>
internal sealed class ReportsClients(EntryReportsClient entries, CallReportsClient calls)
{
    public IReadOnlyList<ReportsClient> All { get; } = [entries, calls];

    public ReportsClient Entries => entries;

    public ReportsClient Calls => calls;

    /// <param name="list">In whose list the page is.</param>
    public ReportsClient Of(string? list) => list == "calls" ? calls : entries;
}
