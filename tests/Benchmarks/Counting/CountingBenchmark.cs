using System.Globalization;
using Ingest.Counting.Kernel;

namespace Benchmarks.Counting;

/// <summary>10,000,000 rows by eight columns, against DuckDB on the same codes; both results are checked to be equal first.</summary>
internal static class CountingBenchmark
{
    private const int Repetitions = 7;

    public static int Run(ReadOnlySpan<string> args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
        int threads = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        var data = new SkewedCodes(rows, seed: 20251);
        using var duck = new DuckDbGroupBy(data.Columns, threads);
        KeyColumn[] columns = [.. data.Columns.Select((codes, i) => new ByteKeyColumn(codes, SkewedCodes.Cardinalities[i]))];

        if (!duck.Count().Sorted(SkewedCodes.Cardinalities).SequenceEqual(Pairs(Kernel(columns, rows, threads).Groups)))
        {
            Console.Error.WriteLine("The two counts differ.");
            return 1;
        }

        int groups = 0;
        var timing = new Timing(Repetitions);
        timing.InTurns(
            () => duck.Count(),
            () => groups = Kernel(columns, rows, threads).Groups.Groups,
            () => Hashed(columns, rows, threads));
        Console.WriteLine($"rows {rows}, groups {groups}, threads {threads}, median of {Repetitions}");
        timing.Print(0, $"DuckDB {DuckDbGroupBy.Version} GROUP BY, result fetched");
        timing.Print(1, "kernel as chosen (in place), result decoded");
        timing.Print(2, "kernel forced to hashed shares, result decoded");
        return 0;
    }

    private static (GroupedCounts Groups, int[][] Codes) Kernel(KeyColumn[] columns, int rows, int threads)
    {
        GroupedCounts groups = GroupCounter.Count(columns, rows, threads, CancellationToken.None);
        return (groups, KeyDecoder.Decode(groups.Keys, SkewedCodes.Cardinalities, threads, CancellationToken.None));
    }

    private static void Hashed(KeyColumn[] columns, int rows, int threads)
    {
        ulong combinations = SkewedCodes.Cardinalities.Aggregate(1UL, (product, cardinality) => product * (ulong)cardinality);
        GroupedCounts groups = HashCounter.Count(columns, rows, combinations, threads, CancellationToken.None);
        KeyDecoder.Decode(groups.Keys, SkewedCodes.Cardinalities, threads, CancellationToken.None);
    }

    private static IEnumerable<(ulong Key, int Count)> Pairs(GroupedCounts groups) => groups.Keys.Zip(groups.Counts);
}
