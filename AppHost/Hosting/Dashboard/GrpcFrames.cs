using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard;

/// <summary>gRPC's framing of messages: a compression flag, four bytes of length, the message.</summary>
internal static class GrpcFrames
{
    private const int HeaderLength = 5;
    private const int LongestMessage = 4 * 1024 * 1024;

    public static async Task<T> ReadAsync<T>(PipeReader body, CancellationToken cancellationToken) where T : IMessage<T>, new()
    {
        var header = await ReadExactlyAsync(body, HeaderLength, cancellationToken);
        var length = ReadHeader(header);
        body.AdvanceTo(header.End);
        var message = new T();
        if (length > 0)
        {
            var frame = await ReadExactlyAsync(body, length, cancellationToken);
            message.MergeFrom(frame);
            body.AdvanceTo(frame.End);
        }

        return message;
    }

    public static async Task WriteAsync(PipeWriter body, IMessage message, CancellationToken cancellationToken)
    {
        var size = message.CalculateSize();
        WriteFrame(body.GetSpan(HeaderLength + size), message, size);
        body.Advance(HeaderLength + size);
        await body.FlushAsync(cancellationToken);
    }

    private static async Task<ReadOnlySequence<byte>> ReadExactlyAsync(PipeReader body, int length, CancellationToken cancellationToken)
    {
        var result = await body.ReadAtLeastAsync(length, cancellationToken);
        return result.Buffer.Length >= length
            ? result.Buffer.Slice(0, length)
            : throw new GrpcException(GrpcStatus.InvalidArgument, "The message ends before its announced length.");
    }

    private static int ReadHeader(ReadOnlySequence<byte> header)
    {
        Span<byte> bytes = stackalloc byte[HeaderLength];
        header.CopyTo(bytes);
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        return (bytes[0], length) switch
        {
            (not 0, _) => throw new GrpcException(GrpcStatus.Unimplemented, "Compressed messages are not supported."),
            (_, > LongestMessage) => throw new GrpcException(GrpcStatus.InvalidArgument, "The message is too long."),
            _ => (int)length,
        };
    }

    private static void WriteFrame(Span<byte> frame, IMessage message, int size)
    {
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame[1..], size);
        message.WriteTo(frame.Slice(HeaderLength, size));
    }
}
