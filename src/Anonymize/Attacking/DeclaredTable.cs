using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking;

/// <summary>What a <c>tables.json</c> or a specification says about the table of one file: who is counted, what the marks mean, which labels hold which.</summary>
public sealed class DeclaredTable
{
    private readonly Declaration _declaration;

    internal DeclaredTable(string file, Declaration declaration) => (File, _declaration) = (file, declaration);

    /// <summary>The file as sheets name it.</summary>
    public string File { get; }

    internal Legend? Legend => _declaration.Legend;

    internal ReadTable Apply(ReadTable read)
    {
        var variables = _declaration.VariableOf;
        string Named(string column) => variables.GetValueOrDefault(LabelText.Key(column), column);
        var elsewhere = _declaration.Where.Where(w => !read.Cells[0].At.Any(c => string.Equals(LabelText.Key(Named(c.Variable)), LabelText.Key(w.Variable), StringComparison.Ordinal))
            && !IsPeriod(read, w.Label)).ToArray();
        return new ReadTable(
            read.File,
            _declaration.Id ?? read.Id,
            read.Title,
            [.. read.Cells.Select(c => c with { At = [.. c.At.Select(k => k with { Variable = Named(k.Variable) }), .. elsewhere] })],
            read.Derived)
        {
            Population = _declaration.Population,
            HiddenMin = _declaration.HiddenMin,
            Overlapping = _declaration.Overlapping,
            Leaves = _declaration.Leaves,
            IsDeclared = _declaration.IsComplete,
        };
    }

    // The column of the period says already what the restriction to one period says.
    private static bool IsPeriod(ReadTable read, string label) =>
        Periods.Months(label).Count > 0 && read.Cells[0].At.Any(c => Periods.Months(c.Label).Count > 0);
}
