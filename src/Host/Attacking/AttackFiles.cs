using Anonymize.Attacking;
using Host.Outcomes;
using Ingest.Sheets;

namespace Host.Attacking;

/// <summary>
/// What an attack reads: files as they are; of a folder the tables that its <c>tables.json</c> lists, else those of its folders, else every table file in it.
/// </summary>
internal sealed class AttackFiles
{
    private const string Declaration = "tables.json";

    private static readonly string[] Endings = [".csv", ".tsv", ".xlsx", ".ods"];

    private readonly List<PrintedSheet> _sheets = [];
    private readonly List<DeclaredTable> _declared = [];

    public IReadOnlyList<PrintedSheet> Sheets => _sheets;

    public IReadOnlyList<DeclaredTable> Declared => _declared;

    public static Outcome<AttackFiles> Read(IReadOnlyList<string> paths, string? spec, CancellationToken ct)
    {
        var files = new AttackFiles();
        foreach (var path in paths)
        {
            if (files.ReadPath(path, ct) is { } failure)
            {
                return failure;
            }
        }

        return spec is not null && files.ReadSpec(spec) is { } wrong ? wrong : files;
    }

    private Failure? ReadPath(string path, CancellationToken ct)
    {
        if (Directory.Exists(path))
        {
            return ReadFolder(path, ct);
        }

        if (!File.Exists(path))
        {
            return new Failure(ExitCode.InvalidInput, "AttackMissing", path);
        }

        return Path.GetFileName(path) == Declaration ? ReadDeclared(Path.GetDirectoryName(path)!, ct) : ReadFile(path, ct);
    }

    private Failure? ReadFolder(string folder, CancellationToken ct)
    {
        if (File.Exists(Path.Combine(folder, Declaration)))
        {
            return ReadDeclared(folder, ct);
        }

        string[] within = [.. Directory.GetDirectories(folder).Where(f => File.Exists(Path.Combine(f, Declaration))).Order(StringComparer.Ordinal)];
        string[] files = within.Length > 0 ? [] : [.. Directory.GetFiles(folder).Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        if (within.Length + files.Length == 0)
        {
            return new Failure(ExitCode.InvalidInput, "AttackNothing", folder);
        }

        return within.Select(f => ReadDeclared(f, ct)).Concat(files.Select(f => ReadFile(f, ct))).FirstOrDefault(f => f is not null);
    }

    private Failure? ReadDeclared(string folder, CancellationToken ct)
    {
        var place = Path.Combine(folder, Declaration);
        if (DeclaredTables.Read(File.ReadAllText(place), name => Path.Combine(folder, Path.GetFileName(name))) is not { } declared)
        {
            return new Failure(ExitCode.InvalidInput, "AttackDeclaration", place);
        }

        _declared.AddRange(declared);
        foreach (var table in declared.DistinctBy(d => d.File, StringComparer.Ordinal))
        {
            if (!File.Exists(table.File))
            {
                return new Failure(ExitCode.InvalidInput, "AttackMissing", table.File);
            }

            if (ReadFile(table.File, ct) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    private Failure? ReadFile(string path, CancellationToken ct)
    {
        using var file = File.OpenRead(path);
        var reading = SheetReader.Read(file, ct);
        if (reading.Fault is { } fault)
        {
            return new Failure(ExitCode.InvalidInput, "AttackUnreadable", path, fault.ToString());
        }

        _sheets.AddRange(reading.Sheets.Select(s => new PrintedSheet(
            path,
            s.Name,
            [.. s.Rows.Select(r => (IReadOnlyList<SheetText>)[.. r.Select(c => new SheetText(c.Text, c.Number, c.Format, c.Indent))])],
            [.. s.Merged.Select(m => (m.Row, m.Column, m.LastRow, m.LastColumn))])));
        return null;
    }

    private Failure? ReadSpec(string path)
    {
        if (!File.Exists(path))
        {
            return new Failure(ExitCode.InvalidInput, "AttackMissing", path);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string? Hierarchy(string name) => Path.Combine(folder, name) is var place && File.Exists(place) ? File.ReadAllText(place) : null;
        string[] undeclared = [.. _sheets.Select(s => s.File).Distinct(StringComparer.Ordinal).Where(f => !_declared.Any(d => d.File == f))];
        if (AttackSpec.Read(File.ReadAllText(path), path, Hierarchy, undeclared) is not { } spec)
        {
            return new Failure(ExitCode.InvalidInput, "AttackSpec", path);
        }

        _declared.AddRange(spec.Declared);
        _sheets.AddRange(spec.Figures);
        return null;
    }
}
