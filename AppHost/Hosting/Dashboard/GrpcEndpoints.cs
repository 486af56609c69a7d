using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Hosting.Dashboard;

/// <summary>Unary and server-streaming gRPC calls as plain HTTP/2 endpoints: what the dashboard needs of gRPC, and no more.</summary>
internal static class GrpcEndpoints
{
    public static void MapUnary<TRequest, TResponse>(this IEndpointRouteBuilder routes, string path, Func<TRequest, CancellationToken, Task<TResponse>> call)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse> =>
        routes.MapStream<TRequest, TResponse>(path, (request, cancellationToken) => OneAsync(call(request, cancellationToken)));

    public static void MapStream<TRequest, TResponse>(this IEndpointRouteBuilder routes, string path, Func<TRequest, CancellationToken, IAsyncEnumerable<TResponse>> call)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse> =>
        routes.MapPost(path, http => AnswerAsync(http, call));

    /// <summary>A stream that never says anything, in either direction.</summary>
    public static void MapSilentStream(this IEndpointRouteBuilder routes, string path, CancellationToken stopping) => routes.MapPost(path, async http =>
    {
        http.Response.ContentType = "application/grpc";
        await http.Response.StartAsync(http.RequestAborted);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await Task.Delay(Timeout.Infinite, ended.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
    });

    public static Task RefuseAsync(HttpContext http, GrpcStatus status)
    {
        http.Response.ContentType = "application/grpc";
        http.Response.Headers["grpc-status"] = ((int)status).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private static async Task AnswerAsync<TRequest, TResponse>(HttpContext http, Func<TRequest, CancellationToken, IAsyncEnumerable<TResponse>> call)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>
    {
        var (response, aborted) = (http.Response, http.RequestAborted);
        response.ContentType = "application/grpc";
        var (status, message) = (GrpcStatus.Ok, "");
        try
        {
            var request = await GrpcFrames.ReadAsync<TRequest>(http.Request.BodyReader, aborted);
            await response.StartAsync(aborted); // the client waits for the headers, however long the first message takes
            await foreach (var answer in call(request, aborted).WithCancellation(aborted))
            {
                await GrpcFrames.WriteAsync(response.BodyWriter, answer, aborted);
            }
        }
        catch (OperationCanceledException)
        {
            status = GrpcStatus.Cancelled;
        }
        catch (GrpcException exception)
        {
            (status, message) = (exception.Status, exception.Message);
        }
        catch (Exception exception) when (!aborted.IsCancellationRequested)
        {
            (status, message) = (GrpcStatus.Unknown, exception.Message); // the dashboard shows it
        }

        if (!aborted.IsCancellationRequested)
        {
            response.AppendTrailer("grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture));
            response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
        }
    }

    private static async IAsyncEnumerable<T> OneAsync<T>(Task<T> value)
    {
        yield return await value;
    }
}
