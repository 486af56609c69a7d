using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.ServiceDefaults.Input;

/// <summary>A rule that something breaks, with the field it is about.</summary>
/// <param name="Message">A sentence for whoever typed it.</param>
public sealed record Breach(string Field, string Message)
{
    /// <summary>None where the rule holds.</summary>
    public static Breach[] Require(string field, bool holds, string message = "It is required.") => holds ? [] : [new Breach(field, message)];

    /// <summary>The answer that names them all.</summary>
    public static ValidationProblem Answer(IEnumerable<Breach> breaches) => TypedResults.ValidationProblem(
        breaches.GroupBy(breach => breach.Field).ToDictionary(field => field.Key, field => field.Select(breach => breach.Message).ToArray()));
}
