namespace Benchmarks.Web;

/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="Median">Milliseconds from the request to the last byte of its answer.</param>
/// <param name="P95">Milliseconds that 95 of 100 requests did not take.</param>
internal sealed record LoadResult(double PerSecond, double Median, double P95);
