using System.Text.Json;
using Anonymize.Contingency;
using Host.Verifying;

namespace Host.Contingency;

/// <summary>
/// The public proof of a protected folder, added up: the base agrees with everything shown, and each change too, and gives its cell another value, outside 1..k − 1 where the
/// base lies within. No solver, no key, no trust.
/// </summary>
internal sealed class PrintedProof
{
    private readonly IReadOnlyList<PrintedTable> _tables;
    private readonly Dictionary<string, Dictionary<string, HashSet<string>>> _groups = new(StringComparer.Ordinal);
    private readonly List<string> _variables = [];
    private readonly Dictionary<string, long> _base = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, long?>[] _printed;
    private readonly HashSet<string>[] _members;
    private readonly Dictionary<string, long>[] _sums;
    private long _k;

    private PrintedProof(IReadOnlyList<PrintedTable> tables)
    {
        _tables = tables;
        _printed = [.. tables.Select(t => t.ByCell() ?? throw new FolderFault(t.Id, "CSV"))];
        _members = [.. tables.Zip(_printed, MembersOf)];
        _sums = [.. tables.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal))];
    }

    /// <summary>What the proof of this folder is worth.</summary>
    /// <exception cref="FolderFault">The file is no proof.</exception>
    public static IEnumerable<CheckResult> Check(string folder, IReadOnlyList<PrintedTable> tables)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "proof.json")));
            return new PrintedProof(tables).Judge(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FolderFault("proof.json", "JSON");
        }
    }

    private List<CheckResult> Judge(JsonElement proof)
    {
        _k = proof.GetProperty("k").GetInt64();
        foreach (var variable in proof.GetProperty("variables").EnumerateArray())
        {
            var name = variable.GetProperty("name").GetString()!;
            _variables.Add(name);
            _groups[name] = variable.GetProperty("groups").EnumerateObject().ToDictionary(
                g => g.Name, g => g.Value.EnumerateArray().Select(t => t.GetString()!).Append(g.Name).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        }

        var hidden = _printed.Sum(p => p.Values.Count(v => v is null));
        if (proof.GetProperty("base").GetArrayLength() == 0 && (hidden > 0 || proof.GetProperty("publicProof").ValueEquals("partial")))
        {
            // Where nothing is hidden or pooled there is nothing to prove.
            hidden += _members.Sum(m => m.Count);
            return [new CheckResult("VerifyProven", hidden == 0 ? true : null, $"{hidden}")];
        }

        if (FirstMisread() is { } misread)
        {
            return [new CheckResult("VerifyProof", Holds: false, misread)];
        }

        foreach (var row in proof.GetProperty("base").EnumerateArray())
        {
            var (codes, count) = Change(row);
            _base[TableProtector.KeyOf(codes)] = _base.GetValueOrDefault(TableProtector.KeyOf(codes)) + count;
            Add(_sums, codes, count);
        }

        if (_base.Values.Any(v => v < 0) || FirstWrong(_sums) is not null)
        {
            return [new CheckResult("VerifyProof", Holds: false, FirstWrong(_sums) ?? "base")];
        }

        var proven = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in proof.GetProperty("cells").EnumerateArray())
        {
            var table = _tables.Index().FirstOrDefault(t => string.Equals(t.Item.Id, cell.GetProperty("table").GetString(), StringComparison.Ordinal), (-1, null!)).Index;
            var at = TableProtector.KeyOf([.. cell.GetProperty("at").EnumerateArray().Select(c => c.GetString()!)]);
            if (table < 0 || !IsProven(table, at, cell.GetProperty("changes")))
            {
                return [new CheckResult("VerifyProof", Holds: false, cell.GetProperty("table").GetString()!)];
            }

            proven.Add($"{table}\u001e{at}");
        }

        // What is within a pooled row is asked about where the base has it small; elsewhere the base says enough.
        string[] asked =
        [
            .. _printed.Index().SelectMany(t => t.Item.Where(c => c.Value is null).Select(c => $"{t.Index}\u001e{c.Key}")),
            .. _members.Index().SelectMany(t => t.Item.Where(m => IsSmall(_sums[t.Index].GetValueOrDefault(m))).Select(m => $"{t.Index}\u001e{m}")),
        ];
        var missing = asked.Count(a => !proven.Contains(a));
        return missing == 0
            ? [new CheckResult("VerifyProof", Holds: true, $"{asked.Length}"), new CheckResult("VerifyProven", Holds: true, $"{asked.Length}")]
            : [new CheckResult("VerifyProof", Holds: true, $"{proven.Count}"), new CheckResult("VerifyProven", Holds: null, $"{missing}")];
    }

    /// <summary>The first table of which the proof puts persons in a row and not in just one of its categories, or the other way round.</summary>
    private string? FirstMisread() => _tables.FirstOrDefault(t => t.Layouts.Any(l => _groups.TryGetValue(l.Key, out var leaves)
        && leaves.Values.Any(groups => l.Value.Any(row => groups.Contains(row.Key) != (row.Value.Count(groups.Contains) == 1)))))?.Id;

    private bool IsProven(int table, string at, JsonElement changes)
    {
        var sums = _tables.Select(_ => new Dictionary<string, long>(StringComparer.Ordinal)).ToArray();
        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var change in changes.EnumerateArray())
        {
            var (codes, count) = Change(change);
            totals[TableProtector.KeyOf(codes)] = totals.GetValueOrDefault(TableProtector.KeyOf(codes)) + count;
            Add(sums, codes, count);
        }

        var before = _sums[table].GetValueOrDefault(at);
        var after = before + sums[table].GetValueOrDefault(at);
        return (_members[table].Contains(at) || (_printed[table].TryGetValue(at, out var shown) && shown is null))
            && totals.All(t => _base.GetValueOrDefault(t.Key) + t.Value >= 0)
            && sums.Index().All(s => s.Item.All(c => c.Value == 0 || !_printed[s.Index].TryGetValue(c.Key, out var figure)
                || (figure is null && _sums[s.Index].GetValueOrDefault(c.Key) + c.Value >= _tables[s.Index].HiddenMin)))
            && after != before
            && !(IsSmall(before) && IsSmall(after));
    }

    /// <summary>Cells that a table with layouts does not print: the categories in its rows, crossed with what it shows of the others.</summary>
    private static HashSet<string> MembersOf(PrintedTable table, IReadOnlyDictionary<string, long?> printed)
    {
        IEnumerable<string[]> cells = [[]];
        foreach (var (b, variable) in table.By.Index())
        {
            var members = table.Layouts.TryGetValue(variable, out var rows) ? rows.Values.SelectMany(m => m) : [];
            string[] codes = [.. table.Rows.Select(r => r.Codes[b]).Concat(members).Distinct(StringComparer.Ordinal)];
            cells = [.. cells.SelectMany(_ => codes, (cell, code) => (string[])[.. cell, code])];
        }

        return table.Layouts.Count == 0 ? [] : cells.Select(TableProtector.KeyOf).Where(c => !printed.ContainsKey(c)).ToHashSet(StringComparer.Ordinal);
    }

    private bool IsSmall(long value) => value >= 1 && value < _k;

    /// <summary>The first table that the base contradicts.</summary>
    private string? FirstWrong(Dictionary<string, long>[] sums)
    {
        for (var t = 0; t < sums.Length; t++)
        {
            if (_printed[t].Any(p => p.Value is { } shown ? sums[t].GetValueOrDefault(p.Key) != shown : sums[t].GetValueOrDefault(p.Key) < _tables[t].HiddenMin))
            {
                return _tables[t].Id;
            }
        }

        return null;
    }

    private static (string[] Codes, long Count) Change(JsonElement row)
    {
        var parts = row.EnumerateArray().ToArray();
        return ([.. parts[..^1].Select(p => p.GetString()!)], parts[^1].GetInt64());
    }

    /// <summary>Adds persons of these leaves to every cell that counts them.</summary>
    private void Add(Dictionary<string, long>[] sums, string[] codes, long count)
    {
        for (var t = 0; t < _tables.Count; t++)
        {
            var table = _tables[t];
            if (!table.Where.All(w => w.Value.Any(c => GroupsOf(codes, w.Key).Contains(c))))
            {
                continue;
            }

            string[][] cells = [[]];
            foreach (var variable in table.By)
            {
                cells = [.. cells.SelectMany(_ => GroupsOf(codes, variable).Append("Total"), (cell, code) => (string[])[.. cell, code])];
            }

            foreach (var key in cells.Select(TableProtector.KeyOf).Where(c => _printed[t].ContainsKey(c) || _members[t].Contains(c)))
            {
                sums[t][key] = sums[t].GetValueOrDefault(key) + count;
            }
        }
    }

    private HashSet<string> GroupsOf(string[] codes, string variable) =>
        _variables.IndexOf(variable) is >= 0 and var v && _groups[variable].TryGetValue(codes[v], out var groups) ? groups : throw new FolderFault("proof.json", variable);
}
