using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ingest.Tabular;

/// <summary>The names of the columns, checked, and a builder for each that is kept.</summary>
internal sealed class HeaderRow
{
    private HeaderRow(IReadOnlyList<string> names, TabularOptions options)
    {
        Names = names;
        Builders = [.. names.Select(name => options.Only?.Contains(name) == false ? null : new ColumnBuilder(name))];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>By column of the file; null where the column is not kept.</summary>
    public ColumnBuilder?[] Builders { get; }

    public static bool TryMake(IReadOnlyList<string> names, TabularOptions options, [NotNullWhen(true)] out HeaderRow? header, out TabularFault fault)
    {
        header = null;
        fault = default;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 0 || !seen.Add(names[i]))
            {
                fault = new TabularFault(names[i].Length == 0 ? TabularFaultCode.HeaderEmpty : TabularFaultCode.HeaderRepeated, Row: 1, Column: i + 1);
                return false;
            }
        }

        header = new HeaderRow(names, options);
        return true;
    }

    public static HeaderRow Numbered(int columns, TabularOptions options) =>
        new([.. Enumerable.Range(1, columns).Select(i => i.ToString(CultureInfo.InvariantCulture))], options);

    public TabularFile Build(int rows) => new(Names, [.. Builders.Where(b => b is not null).Select(b => b!.Build())], rows);
}
