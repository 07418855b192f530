using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Host.Web.Metrics;

/// <summary>Counts answers and how long they took, by method, route and status. A route is its pattern, never an address: an address may hold an id.</summary>
internal sealed class RequestMeter : IDisposable
{
    private const string Meter = "Microsoft.AspNetCore.Hosting";
    private const string Instrument = "http.server.request.duration";

    /// <summary>Upper bounds of the classes of duration, in seconds.</summary>
    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Method, string Route, int Status), DurationClasses> _seen = new();

    private readonly long _started = Stopwatch.GetTimestamp();

    /// <param name="meters">Of this server: another one in the same process has its own.</param>
    public RequestMeter(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meter && instrument.Name == Instrument && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Add(seconds, tags));
        _listener.Start();
    }

    /// <summary>How long it has been counting.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_started);

    /// <summary>In ordinal order.</summary>
    public IEnumerable<((string Method, string Route, int Status) Key, DurationClasses Classes)> Seen =>
        _seen.OrderBy(s => s.Key.Route, StringComparer.Ordinal).ThenBy(s => s.Key.Method, StringComparer.Ordinal).ThenBy(s => s.Key.Status).Select(s => (s.Key, s.Value));

    public void Dispose() => _listener.Dispose();

    private void Add(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (method, route, status) = ("", "", 0);
        foreach (var (name, value) in tags)
        {
            switch (name)
            {
                case "http.request.method":
                    method = value as string ?? "";
                    break;
                case "http.route":
                    route = value as string ?? "";
                    break;
                case "http.response.status_code":
                    status = value is int code ? code : 0;
                    break;
            }
        }

        _seen.GetOrAdd((method, route, status), _ => new DurationClasses()).Add(seconds);
    }
}
