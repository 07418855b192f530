using Benchmarks.Contingency;
using Benchmarks.Counting;
using Benchmarks.Intake;
using Benchmarks.RecordFiles;
using Benchmarks.Web;

// Each benchmark prints ratios from one run on the same data; docs/benchmarks.md holds the table and the commands.
switch (args.FirstOrDefault())
{
    case "counting":
        return CountingBenchmark.Run(args.AsSpan(1));
    case "csv":
        return CsvBenchmark.Run(args.AsSpan(1));
    case "csv-peak":
        return CsvBenchmark.Peak(args.AsSpan(1));
    case "xlsx":
        return XlsxBenchmark.Run(args.AsSpan(1));
    case "records":
        return RecordFileBenchmark.Run(args.AsSpan(1));
    case "tables":
        return TablesBenchmark.Run(args.AsSpan(1));
    case "pools":
        return PoolsBenchmark.Run();
    case "web":
        return await WebBenchmark.RunAsync(args[1..]);
    case "start":
        return await StartBenchmark.RunAsync(args[1..]);
    case "uploads":
        return await UploadBenchmark.RunAsync();
    case StaticFileServer.Verb:
        return await StaticFileServer.RunAsync(args[1..]);
    default:
        Console.Error.WriteLine("benchmarks counting [ROWS] [THREADS] | csv [ROWS] | xlsx [ROWS] | records FOLDER [ROWS] | tables [COUNT] | pools | web [SECONDS] | start [STARTS] | uploads");
        return 2;
}
