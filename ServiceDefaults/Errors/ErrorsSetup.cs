using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PfP.ServiceDefaults.Errors;

/// <summary>Every error body is ProblemDetails with the trace's id, and none tells more than the caller may know.</summary>
internal static class ErrorsSetup
{
    public static void AddErrors(this WebApplicationBuilder builder)
    {
        // Binding failures become exceptions everywhere, not just in Development, so that BadRequests can name the parameter.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = AddTraceId);
        builder.Services.AddExceptionHandler<BadRequests>();
        builder.Services.AddExceptionHandler<UnavailableStores>();
        builder.Services.AddExceptionHandler<ConcurrentEdits>();
    }

    private static void AddTraceId(ProblemDetailsContext context) =>
        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
}
