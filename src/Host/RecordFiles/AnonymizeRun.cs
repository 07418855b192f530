using Anonymize.RecordFiles;
using Host.Outcomes;
using Host.Progressing;
using Host.Storage;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>One run of <c>anonymize</c>: read, search, write, report. The output appears whole or not at all.</summary>
internal sealed class AnonymizeRun(AnonymizeRequest request, TimeProvider clock, IProgress<ProgressStep> progress)
{
    private const int Unmeasured = 2;

    // Each about half as much again as the one before: in pictures of ratios, equal steps.
    private static readonly int[] Frontier = [2, 3, 5, 7, 11, 15, 20, 30, 50, 100];

    public Outcome<AnonymizeOutcome> Run(CancellationToken cancellationToken)
    {
        progress.Report(new ProgressStep("ProgressReading"));
        if (!AnonymizeFiles.Read(request, cancellationToken).Succeeded(out var files, out var failure))
        {
            return failure;
        }

        if (!RecordFileEngine.TryMake(files.Task, out var engine, out var fault))
        {
            return EngineFailures.Of(fault);
        }

        progress.Report(new ProgressStep("ProgressSearching"));
        var (recoded, seconds) = Search(engine, cancellationToken);
        if (recoded is null)
        {
            return new Failure(ExitCode.DisclosureRule, "NoRecoding");
        }

        progress.Report(new ProgressStep("ProgressWriting"));
        Write(files, recoded, cancellationToken);
        return new AnonymizeOutcome(recoded, seconds, request.Frontier is null ? null : Others(engine, recoded.Rows, cancellationToken));
    }

    private IReadOnlyList<FrontierPoint> Others(RecordFileEngine engine, int rows, CancellationToken cancellationToken)
    {
        progress.Report(new ProgressStep("ProgressSearching"));
        return engine.Frontier(Frontier.Append(request.Models.K).Where(k => k <= rows).Distinct().Order(), cancellationToken);
    }

    private (RecodedFile? File, double Seconds) Search(RecordFileEngine engine, CancellationToken cancellationToken)
    {
        RecodedFile? recoded = null;
        var seconds = new List<double>();
        var unmeasured = request.Repeat > 1 ? Unmeasured : 0;
        for (var run = 0; run < request.Repeat + unmeasured; run++)
        {
            var begun = clock.GetTimestamp();
            recoded = engine.Run(cancellationToken);
            if (run >= unmeasured)
            {
                seconds.Add(clock.GetElapsedTime(begun).TotalSeconds);
            }
        }

        seconds.Sort();
        return (recoded, (seconds[(seconds.Count - 1) / 2] + seconds[seconds.Count / 2]) / 2);
    }

    private void Write(AnonymizeFiles files, RecodedFile recoded, CancellationToken cancellationToken)
    {
        var columns = files.Columns.Select(column => recoded.Columns.FirstOrDefault(c => string.Equals(c.Name, column.Name, StringComparison.Ordinal)) is { } key
            ? new WrittenColumn(key.Name, key.Values, key.Read.Invoke)
            : Unchanged(column, recoded)).ToArray();
        var path = Path.GetFullPath(request.Output);
        using (var part = PartFile.Create(path))
        {
            TabularWriter.Write(part.Stream, TabularWriter.FormatOf(path)!.Value, columns, recoded.Rows, request.KeepSuppressed ? null : recoded.IsSuppressed, cancellationToken);
            part.Stream.Flush();
            if (!new WrittenReading(request, files.Task).Holds(part.Stream, request.KeepSuppressed ? recoded.Rows : recoded.Rows - recoded.SuppressedRows, cancellationToken))
            {
                throw new InvalidOperationException("The file that was written is not what was made.");
            }

            part.Finish();
        }
    }

    // A suppressed record shows nothing of its person, neither the columns that nobody may know nor those that are kept.
    private static WrittenColumn Unchanged(RecordColumn column, RecodedFile recoded)
    {
        var blank = column.Values.Count;
        return new WrittenColumn(column.Name, [.. column.Values, RecodedFile.Blank], (first, codes) =>
        {
            column.Read(first, codes);
            for (var i = 0; i < codes.Length && recoded.SuppressedRows > 0; i++)
            {
                codes[i] = recoded.IsSuppressed(first + i) ? blank : codes[i];
            }
        });
    }
}
