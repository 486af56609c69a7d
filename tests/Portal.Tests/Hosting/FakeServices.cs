using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PfP.Testing.Servers;

namespace PfP.Portal.Tests.Hosting;

/// <summary>Catalogue and search on a port of this machine: the contracts' own records as JSON, and faults on demand.</summary>
public sealed class FakeServices : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeServices(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public FakeSubmissions Submissions { get; } = new();

    public FakeCallDrafts CallDrafts { get; } = new();

    public FakeReplies Replies { get; } = new();

    public FakeOwnPractices OwnPractices { get; } = new();

    public FakeDeskEntries DeskEntries { get; } = new();

    public FakeReports Reports { get; } = new();

    public FakeConfirmations Confirmations { get; } = new();

    public FakeTrust Trust { get; } = new();

    public FakeChains Chains { get; } = new();

    public FakeProfiles Profiles { get; } = new();

    public FakeGroups Groups { get; } = new();

    public FakeAnnouncements Announcements { get; } = new();

    public FakeNotifications Notifications { get; } = new();

    public FakeMails Mails { get; } = new();

    public FakeSavedSearches SavedSearches { get; } = new();

    public FakeSearchDesk SearchDesk { get; } = new();

    /// <summary>What was asked, path and query, newest last.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    private readonly List<string> asked = [];

    /// <summary>The token that came with the last question.</summary>
    public string? Token { get; private set; }

    public bool CatalogueFails { get; set; }

    public bool ContactsFail { get; set; }

    /// <summary>Contacts are never answered.</summary>
    public bool ContactsHang { get; set; }

    public bool CallsFail { get; set; }

    public bool SearchFails { get; set; }

    public bool SearchIsEmpty { get; set; }

    public static async Task<FakeServices> StartAsync()
    {
        var services = new FakeServices(LocalSite.Build());
        services.app.Use(services.FailAsync);
        FakeCatalogue.Map(services.app);
        services.Submissions.Map(services.app);
        services.OwnPractices.Map(services.app);
        services.DeskEntries.Map(services.app);
        FakeCalls.Map(services.app);
        services.CallDrafts.Map(services.app);
        services.Replies.Map(services.app);
        services.Reports.Map(services.app);
        services.Confirmations.Map(services.app);
        services.Trust.Map(services.app);
        services.Chains.Map(services.app);
        services.Profiles.Map(services.app);
        services.Groups.Map(services.app);
        services.Announcements.Map(services.app);
        services.Notifications.Map(services.app);
        services.Mails.Map(services.app, "notifications", "calls", "catalogue");
        services.SavedSearches.Map(services.app);
        services.SearchDesk.Map(services.app);
        FakeYears.Map(services.app);
        FakeSearch.Map(services.app, () => services.SearchIsEmpty);
        await services.app.StartAsync();
        return services;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task FailAsync(HttpContext context, RequestDelegate next)
    {
        var isContacts = context.Request.Path.Value!.EndsWith("/contacts", StringComparison.Ordinal);
        lock (asked)
        {
            asked.Add(context.Request.Path + context.Request.QueryString.Value);
            Token = context.Request.Headers.Authorization;
        }

        if (isContacts && ContactsHang)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        var fails = context.Request.Path.StartsWithSegments("/api/search") ? SearchFails
            : context.Request.Path.StartsWithSegments("/api/calls") ? CallsFail
            : CatalogueFails || (isContacts && ContactsFail);
        if (fails)
        {
            // 500 is neither retried nor waited for, so that the test stays quick.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        await next(context);
    }
}
