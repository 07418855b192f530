namespace Anonymize.Contingency.Specs;

/// <summary>Whether the parts of a specification fit each other: what is named is declared, once.</summary>
internal sealed class SpecCheck(ContingencySpec spec, List<SpecFault> faults)
{
    private readonly HashSet<string> _variables = spec.Variables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);

    public void Run()
    {
        Require(spec.Variables.Count > 0, SpecFaultKind.Missing, "variables");
        Require(spec.Tables.Count > 0, SpecFaultKind.Missing, "tables");
        Require(spec.Rules is { Coalition: 0, Concentration.IsOff: true } || spec.Partner is not null, SpecFaultKind.Missing, "partner");
        ReportTwice(spec.Variables.Select(v => v.Name), "variables");
        foreach (var (v, variable) in spec.Variables.Index())
        {
            // Which categories are pooled would say who makes up their sums.
            Require(!variable.IsPooled || spec.Rules.Concentration.IsOff, SpecFaultKind.Contradictory, $"variables[{v}].layout");
        }

        ReportTwice(spec.Tables.Select(t => t.Id), "tables");
        foreach (var (t, table) in spec.Tables.Index())
        {
            CheckTable(table, $"tables[{t}]");
        }

        foreach (var variable in spec.Rules.Weights.Keys)
        {
            Declared(variable, $"rules.weights.{variable}");
        }

        foreach (var link in spec.Links)
        {
            Declared(link.If.Variable, $"{link.Path}.if");
            Declared(link.Then.Variable, $"{link.Path}.then");
            Require(!string.Equals(link.If.Variable, link.Then.Variable, StringComparison.Ordinal), SpecFaultKind.Contradictory, link.Path);
        }

        foreach (var cell in spec.Rules.Primary.Select(p => p.Cell).Concat(spec.Open).Concat(spec.StructuralZeros).Concat(spec.External.Select(e => e.Cell)))
        {
            CheckCell(cell);
        }
    }

    private void CheckTable(TableSpec table, string path)
    {
        Require(table.By.Count > 0, SpecFaultKind.Missing, $"{path}.by");
        Require(IsFileName(table.Id), SpecFaultKind.Invalid, $"{path}.id");
        ReportTwice(table.By, $"{path}.by");
        foreach (var name in table.By)
        {
            Declared(name, $"{path}.by");
        }

        foreach (var (variable, codes) in table.Where)
        {
            Declared(variable, $"{path}.where.{variable}");
            Require(codes.Count > 0, SpecFaultKind.Invalid, $"{path}.where.{variable}");
        }

        foreach (var variable in table.Levels.Keys)
        {
            Require(table.By.Contains(variable, StringComparer.Ordinal), SpecFaultKind.Undeclared, $"{path}.levels.{variable}");
        }

        foreach (var variable in table.NoTotal)
        {
            Require(table.By.Contains(variable, StringComparer.Ordinal), SpecFaultKind.Undeclared, $"{path}.noTotal");
        }
    }

    private void CheckCell(CellReference cell)
    {
        foreach (var variable in cell.Codes.Keys)
        {
            Declared(variable, $"{cell.Path}.{variable}");
        }

        Require(cell.Table is null || spec.Tables.Any(t => string.Equals(t.Id, cell.Table, StringComparison.Ordinal)), SpecFaultKind.Undeclared, $"{cell.Path}.table");
    }

    private void Declared(string variable, string path) => Require(_variables.Contains(variable), SpecFaultKind.Undeclared, path);

    private void ReportTwice(IEnumerable<string> names, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            Require(seen.Add(name), SpecFaultKind.Contradictory, path);
        }
    }

    private void Require(bool holds, SpecFaultKind kind, string path)
    {
        if (!holds)
        {
            faults.Add(new SpecFault(kind, path));
        }
    }

    /// <summary>The id names a file: letters and digits of ASCII, hyphen, underscore and dots inside.</summary>
    private static bool IsFileName(string id) =>
        id.Length is > 0 and <= 100 && id[0] != '.' && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && id is not ("tables" or "proof");
}
