using System.Globalization;
using Anonymize.RecordFiles.Hierarchies;
using Host.Outcomes;
using Host.Tabular;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>A hierarchy file: no header, leaf first, one line a leaf.</summary>
internal static class HierarchySource
{
    public static Outcome<Hierarchy> Read(string attribute, string path, char delimiter, CancellationToken cancellationToken)
    {
        var option = "--hierarchy " + attribute;
        var options = new TabularOptions { Delimiter = delimiter, HasHeader = false };
        if (!TableSource.Read(path, option, options, cancellationToken).Succeeded(out var table, out var failure))
        {
            return failure;
        }

        var levels = table.Columns.Select(column => column.Codes.ToArray().Select(code => column.Values[code]).ToArray()).ToArray();
        return Hierarchy.TryMake(attribute, levels, out var hierarchy, out var fault) ? hierarchy : Failed(attribute, fault);
    }

    public static Failure Failed(string attribute, HierarchyFault fault) => new(
        ExitCode.InvalidInput, "Hierarchy" + fault.Code, attribute, fault.Row.ToString(CultureInfo.InvariantCulture), (fault.Level + 1).ToString(CultureInfo.InvariantCulture));
}
