using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Host.Outcomes;
using Host.Tabular;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>The files of a request, read, and every column found to be declared once.</summary>
internal sealed class AnonymizeFiles
{
    private AnonymizeFiles(TabularFile input, IReadOnlyList<string> written, RecordFileTask task)
    {
        Input = input;
        Written = written;
        Task = task;
    }

    public TabularFile Input { get; }

    /// <summary>Names of the columns to be written, in the order of the input.</summary>
    public IReadOnlyList<string> Written { get; }

    public RecordFileTask Task { get; }

    public static Outcome<AnonymizeFiles> Read(AnonymizeRequest request, CancellationToken cancellationToken)
    {
        var hierarchies = new Dictionary<string, Hierarchy>(StringComparer.Ordinal);
        char? columnar = Path.GetExtension(request.Input) is ".arrow" or ".parquet" ? ';' : null;
        foreach (var (attribute, file) in request.Hierarchies)
        {
            if (!HierarchySource.Read(attribute, file, columnar ?? request.Delimiter, cancellationToken).Succeeded(out var hierarchy, out var wrong))
            {
                return wrong;
            }

            hierarchies.Add(attribute, hierarchy);
        }

        var keys = request.Hierarchies.Select(h => h.Attribute).Where(a => !request.Sensitive.Contains(a, StringComparer.Ordinal)).ToArray();
        string[] written = [.. keys, .. request.Sensitive, .. request.Keep];
        var only = written.ToHashSet(StringComparer.Ordinal);
        if (!TableSource.Read(request.Input, "--input", new TabularOptions { Delimiter = request.Delimiter, Only = only }, cancellationToken).Succeeded(out var input, out var failure)
            || (failure = Undeclared(request, input.Header, written)) is not null)
        {
            return failure;
        }

        IReadOnlyList<RecordColumn>? population = null;
        if (request.Population is { } path)
        {
            var options = new TabularOptions { Delimiter = request.Delimiter, Only = keys.ToHashSet(StringComparer.Ordinal) };
            if (!TableSource.Read(path, "--population", options, cancellationToken).Succeeded(out var others, out failure))
            {
                return failure;
            }

            if (keys.FirstOrDefault(k => others.Find(k) is null) is { } missing)
            {
                return new Failure(ExitCode.WrongUsage, "PopulationColumnMissing", missing);
            }

            population = [.. keys.Select(k => RecordColumns.Of(others, k))];
        }

        var task = new RecordFileTask
        {
            Keys = [.. keys.Select(k => (RecordColumns.Of(input, k), hierarchies[k]))],
            Sensitive = [.. request.Sensitive.Select(s => (RecordColumns.Of(input, s), hierarchies.GetValueOrDefault(s)))],
            Population = population,
            Models = request.Models,
            Measure = request.Measure,
            Recoding = request.Recoding,
            SuppressionLimit = request.SuppressionLimit,
        };
        return new AnonymizeFiles(input, [.. input.Header.Where(only.Contains)], task);
    }

    private static Failure? Undeclared(AnonymizeRequest request, IReadOnlyList<string> header, string[] written)
    {
        string[] declared = [.. written, .. request.Drop];
        if (declared.FirstOrDefault(d => !header.Contains(d, StringComparer.Ordinal)) is { } unknown)
        {
            return new Failure(ExitCode.WrongUsage, "ColumnUnknown", unknown);
        }

        if (declared.GroupBy(d => d, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new Failure(ExitCode.WrongUsage, "ColumnDeclaredTwice", twice.Key);
        }

        var open = header.Except(declared, StringComparer.Ordinal).ToArray();
        return open.Length > 0 ? new Failure(ExitCode.WrongUsage, "ColumnsUndeclared", string.Join(", ", open)) : null;
    }
}
