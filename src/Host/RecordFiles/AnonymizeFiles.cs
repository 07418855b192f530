using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Sets;
using Host.Outcomes;
using Host.Tabular;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>The files of a request, read, and every column found to be declared once.</summary>
internal sealed class AnonymizeFiles
{
    private AnonymizeFiles(IReadOnlyList<RecordColumn> columns, RecordFileTask task)
    {
        Columns = columns;
        Task = task;
    }

    /// <summary>The columns to be written, as they were read, in the order of the input.</summary>
    public IReadOnlyList<RecordColumn> Columns { get; }

    public RecordFileTask Task { get; }

    public static Outcome<AnonymizeFiles> Read(AnonymizeRequest request, CancellationToken cancellationToken)
    {
        if (!Hierarchies(request, cancellationToken).Succeeded(out var hierarchies, out var failure))
        {
            return failure;
        }

        var names = request.Hierarchies.Select(h => h.Attribute).Where(a => !request.Sensitive.Contains(a, StringComparer.Ordinal)).ToArray();
        string[] written = [.. names, .. request.Sensitive, .. request.Keep];
        if (!TableSource.Read(request.Input, "--input", Options(request, written), cancellationToken).Succeeded(out var input, out failure)
            || (failure = Undeclared(request, input.Header, written)) is not null)
        {
            return failure;
        }

        TabularFile? population = null;
        if (request.Population is { } path)
        {
            if (!TableSource.Read(path, "--population", Options(request, names), cancellationToken).Succeeded(out population, out failure))
            {
                return failure;
            }

            if (names.FirstOrDefault(k => population.Find(k) is null) is { } missing)
            {
                return new Failure(ExitCode.WrongUsage, "PopulationColumnMissing", missing);
            }
        }

        var keys = new List<KeyColumn>();
        foreach (var name in names)
        {
            if (!KeyColumn.Of(input, population, hierarchies[name], Delimiter(request, name)).Succeeded(out var key, out failure))
            {
                return failure;
            }

            keys.Add(key);
        }

        SensitiveColumn[] sensitive = [.. request.Sensitive.Select(s => Sensitive(RecordColumns.Of(input, s), hierarchies.GetValueOrDefault(s), Delimiter(request, s)))];
        var task = new RecordFileTask
        {
            Keys = [.. keys.Select(k => (k.Column, k.Hierarchy))],
            Sensitive = sensitive,
            Population = population is null ? null : [.. keys.Select(k => k.Population!)],
            Models = request.Models,
            Measure = request.Measure,
            Recoding = request.Recoding,
            SuppressionLimit = request.SuppressionLimit,
        };
        var columns = keys.Select(k => k.Column).Concat(sensitive.Select(s => s.Column)).Concat(request.Keep.Select(k => RecordColumns.Of(input, k))).ToDictionary(c => c.Name, StringComparer.Ordinal);
        return new AnonymizeFiles([.. input.Header.Where(columns.ContainsKey).Select(name => columns[name])], task);
    }

    private static Outcome<Dictionary<string, Hierarchy>> Hierarchies(AnonymizeRequest request, CancellationToken cancellationToken)
    {
        var hierarchies = new Dictionary<string, Hierarchy>(StringComparer.Ordinal);
        char? columnar = Path.GetExtension(request.Input) is ".arrow" or ".parquet" ? ';' : null;
        foreach (var (attribute, file) in request.Hierarchies)
        {
            if (!HierarchySource.Read(attribute, file, columnar ?? request.Delimiter, cancellationToken).Succeeded(out var hierarchy, out var failure))
            {
                return failure;
            }

            hierarchies.Add(attribute, hierarchy);
        }

        return hierarchies;
    }

    private static TabularOptions Options(AnonymizeRequest request, string[] only) =>
        new() { Delimiter = request.Delimiter, Only = only.ToHashSet(StringComparer.Ordinal) };

    private static char? Delimiter(AnonymizeRequest request, string attribute) => request.Multiple.TryGetValue(attribute, out var delimiter) ? delimiter : null;

    private static SensitiveColumn Sensitive(RecordColumn column, Hierarchy? hierarchy, char? delimiter) =>
        delimiter is { } between ? new SensitiveColumn(SetColumn.Of(column, between, hierarchy)) : new SensitiveColumn(column, hierarchy);

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
