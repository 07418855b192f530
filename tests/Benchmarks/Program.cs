using Benchmarks.Counting;

// Each benchmark prints ratios from one run on the same data; docs/benchmarks.md holds the table and the commands.
switch (args.FirstOrDefault())
{
    case "counting":
        return CountingBenchmark.Run(args.AsSpan(1));
    default:
        Console.Error.WriteLine("benchmarks counting [ROWS] [THREADS]");
        return 2;
}
