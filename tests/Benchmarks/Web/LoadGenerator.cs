using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Web;

/// <summary>
/// Keeps a number of connections to a port of this machine busy, each with one request after another. It reads answers as bytes and looks at their length
/// only, so that it takes little from the processors that it shares with the server.
/// </summary>
internal sealed class LoadGenerator(int port, string path, string encoding)
{
    private readonly byte[] request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\nAccept-Encoding: {encoding}\r\n\r\n");

    public async Task<LoadResult> RunAsync(int connections, TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => KeepBusyAsync(start, duration))));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] sorted = [.. latencies.SelectMany(l => l).Order()];
        return new LoadResult(sorted.Length / seconds, sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100]);
    }

    private async Task<List<double>> KeepBusyAsync(long start, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        byte[] buffer = new byte[256 * 1024];
        var latencies = new List<double>(16 * 1024);
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            long sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return latencies;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        int read = 0;
        int end = -1;
        while (end < 0 || read < end)
        {
            int more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            read += more;
            end = end < 0 ? EndOf(buffer.AsSpan(0, read)) : end;
        }
    }

    // Every answer that is measured has a length.
    private static int EndOf(ReadOnlySpan<byte> answer)
    {
        int head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return -1;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"Not 200: {Encoding.ASCII.GetString(answer[..head])}");
        }

        int name = answer[..head].IndexOf("Content-Length: "u8);
        int length = 0;
        foreach (byte digit in answer[(name + "Content-Length: "u8.Length)..head])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            length = (length * 10) + digit - '0';
        }

        return name < 0 ? throw new InvalidOperationException("The answer has no length.") : head + 4 + length;
    }
}
