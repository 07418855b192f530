using Publication.Tables;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>Column names of a table's tidy file.</summary>
internal static class TidyColumns
{
    // The file needs these names itself, so a variable of that name gets another one.
    private static readonly string[] Reserved = ["period", "value", "status"];

    public static string NameOf(TableDesign design, BulletinTable? declared, int axis)
    {
        if (declared is not null && axis < declared.Axes.Count)
        {
            return declared.Axes[axis].Column;
        }

        var name = design.Axes[axis].Variable;
        return Reserved.Contains(name, StringComparer.Ordinal) ? $"{name}_code" : name;
    }
}
