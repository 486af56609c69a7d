using System.Net;

namespace PfP.Search.Engines.Elastic;

/// <summary>The server refuses a request as such: repeating it would not help.</summary>
internal sealed class ElasticException(HttpStatusCode status, string reason) : Exception($"{(int)status}: {reason}")
{
    public HttpStatusCode Status => status;
}
