using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

internal static class CallsApi
{
    public static void MapCalls(this IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/api/calls").WithTags("calls").WithConditionalGet();
        calls.MapGet("/", ListCalls.HandleAsync).WithSummary("Public calls: open ones first, by deadline; then upcoming, closed and archived ones.");
        calls.MapGet("/{slug}", GetCall.HandleAsync).WithSummary("A call with everything that is public about it.");
    }
}
