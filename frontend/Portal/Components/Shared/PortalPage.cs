using Microsoft.AspNetCore.Components;

namespace PfP.Portal.Components.Shared;

/// <summary>What every page has at hand.</summary>
public abstract class PortalPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    protected CancellationToken Aborted => Http.RequestAborted;
}
