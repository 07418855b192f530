namespace Ingest.Profiles;

/// <summary>
/// Binds the headings of a file to a profile. Some templates have two heading rows, field names (hidden) over labels, and the two may
/// disagree: the lower row, which people see, wins.
/// </summary>
internal static class HeadingBinder
{
    /// <summary>The best binding among the first rows, or none where a required column is missing. <paramref name="rows"/> are folded headings.</summary>
    public static BoundHeading? Bind(Profile profile, IReadOnlyList<string[]> rows, out int matched)
    {
        BoundHeading? best = null;
        matched = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            int[] columns = [.. rows[row].Select(profile.ColumnOf)];
            int count = columns.Where(column => column >= 0).Distinct().Count();
            if (count > matched && HasRequired(profile, columns))
            {
                matched = count;
                best = Build(profile, rows, row, columns);
            }
        }

        return best;
    }

    private static BoundHeading Build(Profile profile, IReadOnlyList<string[]> rows, int row, int[] columns)
    {
        bool[] headed = [.. rows[row].Select(heading => heading.Length > 0)];
        int last = row;
        if (row + 1 < rows.Count && IsSecondHeading(profile, rows[row + 1], columns))
        {
            last = row + 1;
            (columns, headed) = Merge(profile, rows[row + 1], columns, headed);
        }
        else if (row > 0 && IsSecondHeading(profile, rows[row - 1], columns))
        {
            // The names above fill what the labels leave open.
            int[] above = [.. rows[row - 1].Select(profile.ColumnOf)];
            (columns, headed) = Merge(profile, rows[row], above, [.. rows[row - 1].Select(heading => heading.Length > 0)]);
        }

        return new BoundHeading(profile, last, columns, headed, FirstDuplicate(profile, columns));
    }

    private static (int[] Columns, bool[] Headed) Merge(Profile profile, string[] labels, int[] names, bool[] named)
    {
        int width = Math.Max(labels.Length, names.Length);
        int[] columns = new int[width];
        bool[] headed = new bool[width];
        for (int i = 0; i < width; i++)
        {
            int byLabel = i < labels.Length ? profile.ColumnOf(labels[i]) : -1;
            columns[i] = byLabel >= 0 ? byLabel : i < names.Length ? names[i] : -1;
            headed[i] = (i < labels.Length && labels[i].Length > 0) || (i < named.Length && named[i]);
        }

        // A name may point at a column whose label stands elsewhere; the label keeps it.
        for (int i = 0; i < width; i++)
        {
            int byLabel = i < labels.Length ? profile.ColumnOf(labels[i]) : -1;
            if (byLabel < 0 && columns[i] >= 0 && Array.FindIndex(columns, c => c == columns[i]) is int other && other != i)
            {
                columns[i] = -1;
            }
        }

        return (columns, headed);
    }

    private static bool IsSecondHeading(Profile profile, string[] row, int[] columns) =>
        row.Select(profile.ColumnOf).Where(column => column >= 0).Distinct().Count()
            > columns.Where(column => column >= 0).Distinct().Count() / 2;

    private static bool HasRequired(Profile profile, int[] columns)
    {
        for (int i = 0; i < profile.Columns.Count; i++)
        {
            if (profile.Columns[i].Required && !columns.Contains(i))
            {
                return false;
            }
        }

        return true;
    }

    private static int FirstDuplicate(Profile profile, int[] columns)
    {
        var seen = new HashSet<int>();
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] >= 0 && !seen.Add(columns[i]))
            {
                if (!MayRepeat(profile.Columns[columns[i]]))
                {
                    return i;
                }

                columns[i] = -1;
            }
        }

        return -1;
    }

    // What is not read cannot be read twice.
    private static bool MayRepeat(ProfileColumn column) =>
        column.Repeats || column.Use is ColumnUse.Identifier or ColumnUse.FreeText or ColumnUse.Ignore;
}
