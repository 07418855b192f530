using Ingest.Schema;

namespace Ingest.Profiles;

/// <summary>Checks a profile against its schema and the code lists, so that a slip in a data file stops the start, not an upload.</summary>
internal static class ProfileCheck
{
    public static void Require(string path, ProfileFile file, CodeLists lists)
    {
        Check(file.SchemaVersion == 1, path, "unknown schemaVersion");
        Check(file.DecimalMark is "." or ",", path, "decimalMark");
        Check(file.Columns.Any(column => column.Required), path, "no required column to recognise the shape by");
        Check(file.Columns.Any(column => column is { Use: ColumnUse.Date, To: ColumnTarget.Registered or ColumnTarget.Identified }), path, "no registration or identification date");
        var headings = new HashSet<string>(StringComparer.Ordinal);
        foreach (ProfileColumn column in file.Columns)
        {
            Check(column.Names.Count > 0, path, "a column without names");
            foreach (string heading in column.Names.Select(name => LabelFold.Fold(name) + (name.EndsWith('*') ? "*" : "")).Distinct(StringComparer.Ordinal))
            {
                Check(headings.Add(heading), path, $"the heading {heading} names two columns");
            }

            RequireTarget(path, column, lists);
        }

        foreach ((ColumnTarget target, IReadOnlyList<string> codes) in file.PrimaryOrder)
        {
            Check(ColumnTargets.IsSet(target), path, "primaryOrder is for sets");
            RequireCodes(path, lists[ColumnTargets.ListOf(target)], codes);
        }
    }

    private static void RequireTarget(string path, ProfileColumn column, CodeLists lists)
    {
        bool fits = column.Use switch
        {
            ColumnUse.Code => ColumnTargets.IsCode(column.To),
            ColumnUse.Set => ColumnTargets.IsSet(column.To),
            ColumnUse.Date => ColumnTargets.IsDate(column.To),
            ColumnUse.Flag => column.To == ColumnTarget.None && column.Gives.Count > 0,
            _ => column.To == ColumnTarget.None,
        };
        Check(fits, path, $"{column.Name}: what it gives does not fit its use");
        if (column.Use is ColumnUse.Code or ColumnUse.Set)
        {
            RequireCodes(path, lists[ColumnTargets.ListOf(column.To)], column.Map.Values.SelectMany(Codes));
        }

        foreach ((ColumnTarget target, string code) in column.Gives)
        {
            Check(ColumnTargets.IsCode(target) || ColumnTargets.IsSet(target), path, $"{column.Name}: gives");
            RequireCodes(path, lists[ColumnTargets.ListOf(target)], [code]);
        }
    }

    private static string[] Codes(string mapped) =>
        mapped.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void RequireCodes(string path, CodeList list, IEnumerable<string> codes)
    {
        foreach (string code in codes)
        {
            Check(list.IndexOf(code) >= 0, path, $"{list.Variable} has no code {code}");
        }
    }

    private static void Check(bool holds, string path, string what)
    {
        if (!holds)
        {
            throw DataFileException.In(path, what);
        }
    }
}
