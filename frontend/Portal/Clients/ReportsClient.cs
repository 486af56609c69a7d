using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Clients;

/// <summary>The part of the catalogue's API through which readers report what is wrong with a page, and the secretariat reads that.</summary>
internal sealed class ReportsClient(HttpClient http, ILogger<ReportsClient> logger)
{
    private const string Root = "/api/catalogue/reports";

    /// <param name="key">The same for every attempt to send the same form.</param>
    public Task<Outcome> ReportAsync(NewReaderReport report, string key, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, Root, report, logger, cancellationToken, key: key);

    /// <param name="state">open or closed.</param>
    public Task<Answer<Page<ReaderReportSummary>>> ListAsync(string state, int page, CancellationToken cancellationToken) =>
        http.ReadAsync<Page<ReaderReportSummary>>($"{Root}?state={Uri.EscapeDataString(state)}&lang={SiteLanguage.Current.Code}&{ListPages.Query(page)}", logger, cancellationToken);

    public Task<Answer<ReaderReportResponse>> GetAsync(Guid id, CancellationToken cancellationToken) => http.ReadAsync<ReaderReportResponse>($"{Root}/{id}", logger, cancellationToken);

    public Task<Outcome> CloseAsync(Guid id, int version, string note, CancellationToken cancellationToken) =>
        http.WriteAsync(HttpMethod.Post, $"{Root}/{id}/close", new ReaderReportNote(note), logger, cancellationToken, version);
}
