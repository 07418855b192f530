using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Host.Drafting;
using Host.Outcomes;
using Host.Tabular;
using Ingest.Tabular;

namespace Host.Contingency;

/// <summary>Reads a specification and the hierarchy files it names, which lie beside it.</summary>
internal static class SpecSource
{
    private const int LargestSpec = 16 << 20;

    /// <param name="path">The specification.</param>
    /// <param name="tell">Is told every fault of it before the failure comes back.</param>
    public static Outcome<ContingencySpec> Read(string path, Action<SpecFault> tell)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestSpec })
            {
                return new Failure(ExitCode.WrongUsage, "SpecTooLarge");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure(ExitCode.WrongUsage, "SpecMissing");
        }

        ReadOnlyMemory<byte> content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
        var (spec, faults) = SpecReader.Read(content, RuleSetSource.Read().Rules);
        foreach (var fault in faults)
        {
            tell(fault);
        }

        return spec is null ? new Failure(faults.Any(f => f.Kind == SpecFaultKind.NewerSchema) ? ExitCode.InvalidInput : ExitCode.WrongUsage, "SpecRefused", Count(faults.Count)) : spec;
    }

    /// <summary>The files that a specification names: hierarchies, and folders of earlier runs.</summary>
    public static Outcome<SpecFiles> Files(ContingencySpec spec, string folder, char delimiter, CancellationToken cancellationToken) =>
        !Hierarchies(spec, folder, delimiter, cancellationToken).Succeeded(out var hierarchies, out var failure) ? failure
        : !KnownTables.Read(spec, folder, cancellationToken).Succeeded(out var known, out failure) ? failure
        : new SpecFiles { Hierarchies = hierarchies, Known = known };

    /// <summary>Rows of the hierarchy files by variable, leaf first.</summary>
    private static Outcome<Dictionary<string, IReadOnlyList<string[]>>> Hierarchies(ContingencySpec spec, string folder, char delimiter, CancellationToken cancellationToken)
    {
        var hierarchies = new Dictionary<string, IReadOnlyList<string[]>>(StringComparer.Ordinal);
        foreach (var variable in spec.Variables.Where(v => v.HierarchyFile is not null))
        {
            var options = new TabularOptions { Delimiter = delimiter, HasHeader = false };
            if (!TableSource.Read(Path.Combine(folder, variable.HierarchyFile!), $"hierarchy {variable.Name}", options, cancellationToken).Succeeded(out var file, out var failure))
            {
                return failure;
            }

            hierarchies.Add(variable.Name, [.. Enumerable.Range(0, file.Rows).Select(row => file.Columns.Select(c => c.Values[c.Codes[row]]).ToArray())]);
        }

        return hierarchies;
    }

    private static string Count(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
