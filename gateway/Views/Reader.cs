namespace PfP.Gateway.Views;

/// <summary>Tells a person who opened a page from programs and from browsers that only load ahead.</summary>
internal static class Reader
{
    public static bool Asked(HttpRequest request, string[] robots)
    {
        var agent = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method)
            && agent.Length > 0
            && !IsAhead(request.Headers["Sec-Purpose"].ToString())
            && !IsAhead(request.Headers["Purpose"].ToString())
            && !IsAhead(request.Headers["X-Moz"].ToString())
            && !Array.Exists(robots, robot => agent.Contains(robot, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAhead(string purpose) =>
        purpose.StartsWith("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.StartsWith("prerender", StringComparison.OrdinalIgnoreCase);
}
