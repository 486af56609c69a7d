using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace PfP.Testing;

/// <summary>The table in README that says who may do what, by route.</summary>
public sealed partial class RoleMatrix
{
    /// <summary>The columns, as the access token names them; a visitor has no token, somebody who waits one without a role.</summary>
    public static readonly IReadOnlyList<string> Roles = ["visitor", "pending", "member", "focal_point", "moderator", "administrator"];

    private readonly List<(string? Method, string[] Path, bool[] Allowed)> rules = [];

    private RoleMatrix()
    {
    }

    public static RoleMatrix Read()
    {
        var matrix = new RoleMatrix();
        var lines = File.ReadLines(Path.Combine(Repository.Root, "README.md")).SkipWhile(line => !line.StartsWith("| route | visitor |", StringComparison.Ordinal)).Skip(2);
        foreach (var cells in lines.TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ').Split('|')))
        {
            var allowed = cells.Skip(1).Select(cell => cell.Trim() == "✓").ToArray();
            if (allowed.Length != Roles.Count)
            {
                throw new InvalidOperationException($"README's role matrix has a row of {allowed.Length} roles.");
            }

            foreach (var route in Route().Matches(cells[0]).Select(match => match.Groups[1].Value.Split(' ')))
            {
                matrix.rules.Add((route.Length > 1 ? route[0] : null, Segments(route[^1]), allowed));
            }
        }

        return matrix;
    }

    /// <summary>Whether the README lets each of <see cref="Roles"/> use a route of ours; the rule that says most of the path counts.</summary>
    /// <exception cref="InvalidOperationException">The README does not know the route.</exception>
    public IReadOnlyList<bool> Allowed(string method, RoutePattern route)
    {
        ArgumentNullException.ThrowIfNull(route);
        var path = route.PathSegments.Select(segment => segment is { IsSimple: true, Parts: [RoutePatternLiteralPart literal] } ? literal.Content : "*").ToArray();
        return rules.Where(rule => (rule.Method is null || rule.Method == method) && Fits(rule.Path, path))
            .OrderByDescending(rule => rule.Path.Count(segment => segment is not ("*" or "**"))).ThenByDescending(rule => rule.Method is not null)
            .Select(rule => rule.Allowed).FirstOrDefault()
            ?? throw new InvalidOperationException($"README's role matrix does not know {method} {route.RawText}.");
    }

    /// <summary>Every route tried as every role: those answers, by route and role, that the README does not say.</summary>
    /// <param name="ask">With the method, a path of the route, and the role.</param>
    public static async Task<IReadOnlyList<string>> DeviationsAsync(
        IEnumerable<(string Method, RoutePattern Route)> routes, Func<string, string, string, Task<HttpResponseMessage>> ask)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(ask);
        var matrix = Read();
        var deviations = new List<string>();
        foreach (var (method, route) in routes)
        {
            var allowed = matrix.Allowed(method, route);
            foreach (var (index, role) in Roles.Index())
            {
                using var response = await ask(method, SamplePath(route), role);
                if (allowed[index] != response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
                {
                    deviations.Add($"{method} {route.RawText} for {role}: {response.StatusCode}");
                }
            }
        }

        return deviations;
    }

    /// <summary>A path of that route, with something for every parameter.</summary>
    public static string SamplePath(RoutePattern route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return "/" + string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "1",
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "0190b6f0-0000-7000-8000-0000000000aa",
        }))));
    }

    /// <summary>The routes of a service, but for its files, health and description.</summary>
    public static IEnumerable<(string Method, RoutePattern Route)> RoutesOf(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } text && !Internal().IsMatch(text))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, endpoint.RoutePattern)))
            .Where(route => route.method is not ("HEAD" or "OPTIONS")).DistinctBy(route => (route.method, route.RoutePattern.RawText));

    private static bool Fits(string[] rule, string[] path) => rule switch
    {
        ["**"] => true,
        [] => path.Length == 0,
        _ => path.Length > 0 && (rule[0] == "*" || rule[0] == path[0]) && Fits(rule[1..], path[1..]),
    };

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Route();

    [GeneratedRegex(@"^/?(health|openapi|error|account/error|_framework|design)/|\.(css|js|mjs|svg|png|ico|json|woff2?|map)(\.gz|\.br)?$|\{\*\*")]
    private static partial Regex Internal();
}
