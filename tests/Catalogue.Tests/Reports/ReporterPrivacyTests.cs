using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Reports;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Reports;

/// <summary>The address of a reader who reports something is for the secretariat, and for a while.</summary>
public sealed class ReporterPrivacyTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Email_StandsInTheReportAlone_InNoEventAndNoAudit()
    {
        const string Email = "stands-nowhere-else@example.org";
        var about = await Reporting.PageAsync(host, "Reported with an address");
        using var moderator = new Reporting(host, "moderator");

        var report = await Reporting.MadeAsync(host, Reporting.About(about, "Said nowhere else", Email));
        await moderator.ClosedAsync(report, "Noted nowhere else");

        // Among the tables are the outbox and the audit records.
        foreach (var text in new[] { Email, "Said nowhere else", "Noted nowhere else" })
        {
            Assert.Equal(["public.reader_reports"], await StoredText.TablesWithAsync(host.DatabaseConnectionString, text, Cancellation));
        }
    }

    [Fact]
    public async Task Email_InAList_OrForReaders_IsNot()
    {
        const string Email = "listed-nowhere@example.org";
        var about = await Reporting.PageAsync(host, "Reported and listed");
        await Reporting.MadeAsync(host, Reporting.About(about, email: Email));

        foreach (var (role, path) in new[] { ("moderator", "reports?pageSize=100"), ("moderator", about[1..]), ("visitor", $"{about[1..]}/versions") })
        {
            using var answer = await host.AskAsAsync(role, path);
            Assert.True(answer.IsSuccessStatusCode, path);
            Assert.DoesNotContain(Email, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Email_WhateverHappensToTheReport_IsInNoLog()
    {
        const string Email = "logged-nowhere@example.org";
        var about = await Reporting.PageAsync(host, "Reported and logged");
        using var lines = new LogKeeper();
        await using var logged = host.WithWebHostBuilder(builder => builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Debug")
            .ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(lines)));
        using var client = logged.Client();

        foreach (var body in new[] { Reporting.About(about, email: Email), Reporting.About("/practices/nothing-there", email: Email), Reporting.About(about, "a\u0000b", Email) })
        {
            using var answer = await client.SendAsync(HttpMethod.Post, "/api/catalogue/reports", body, null, "once", Cancellation);
        }

        using var broken = new StringContent($$"""{"email":"{{Email}}","about":7}""", System.Text.Encoding.UTF8, "application/json");
        using var refused = await client.SendAsync(HttpMethod.Post, "/api/catalogue/reports", broken, null, null, Cancellation);

        Assert.Contains(lines.Lines, line => line.Contains("/api/catalogue/reports", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.Lines, line => line.Contains(Email, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Email_IsDeleted_NinetyDaysAfterTheReportIsClosed_AndNoSooner()
    {
        using var moderator = new Reporting(host, "moderator");
        var open = await Reporting.MadeAsync(host, Reporting.About(await Reporting.PageAsync(host, "Reported and still open"), email: "open@example.org"));
        var report = await Reporting.MadeAsync(host, Reporting.About(await Reporting.PageAsync(host, "Reported and forgotten"), email: "closed@example.org"));
        var closed = await moderator.ClosedAsync(report, "Corrected.");
        var emails = new List<string?>();

        foreach (var days in new[] { 89.9, 90.1 })
        {
            await host.Services.GetRequiredService<ForgetReporters>().ForgetAsync(closed.ClosedAt!.Value.AddDays(days), Cancellation);
            emails.Add((await moderator.ReadAsync<ReaderReportResponse>($"/{report.Id}")).Email);
        }

        Assert.Equal(["closed@example.org", null], emails);
        Assert.Equal(("The year is wrong.", "Corrected."), ((await moderator.ReadAsync<ReaderReportResponse>($"/{report.Id}")).Message, closed.Note));
        Assert.Equal("open@example.org", (await moderator.ReadAsync<ReaderReportResponse>($"/{open.Id}")).Email);
    }
}
