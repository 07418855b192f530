using Host.Tabular;
using System.Globalization;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Host.Outcomes;
using Ingest.Tabular;

namespace Host.Contingency;

/// <summary>Reads the input of the table engine: coded columns, and what each row counts.</summary>
internal static class ContingencyInput
{
    /// <param name="path">CSV, Arrow or Parquet.</param>
    /// <param name="measure">How it is read.</param>
    /// <param name="spec">Names the columns that are read; the others are not looked at.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static Outcome<ContingencyRecords> Read(string path, InputMeasure measure, ContingencySpec spec, CancellationToken cancellationToken)
    {
        var column = measure.Count ?? measure.Value;
        string[] partner = spec.Partner is { } named ? [named] : [];
        var names = spec.Variables.SelectMany(v => v.Parents.SelectMany(p => p).Prepend(v.Name)).Concat(partner).Distinct(StringComparer.Ordinal).ToArray();
        var options = new TabularOptions { Delimiter = measure.Delimiter, Only = (column is null ? names : names.Append(column)).ToHashSet(StringComparer.Ordinal) };
        if (!TableSource.Read(path, "--input", options, cancellationToken).Succeeded(out var file, out var failure))
        {
            return failure;
        }

        if (names.Append(column).FirstOrDefault(n => n is not null && file.Find(n) is null) is { } missing)
        {
            return new Failure(ExitCode.WrongUsage, "ColumnUndeclared", missing);
        }

        var weights = new long[file.Rows];
        Array.Fill(weights, 1);
        if (column is not null && Measure(file.Find(column)!, measure.Value is null ? 0 : spec.Decimals, weights) is { } wrong)
        {
            return wrong;
        }

        var columns = names.Select(n => file.Find(n)!).ToArray();
        return new ContingencyRecords(names, [.. columns.Select(c => c.Values)], [.. columns.Select(c => c.Codes.ToArray())], weights) { IsMagnitude = measure.Value is not null };
    }

    private static Failure? Measure(TabularColumn column, int decimals, long[] weights)
    {
        var scale = 1m;
        for (var d = 0; d < decimals; d++)
        {
            scale *= 10;
        }

        var numbers = column.Values.Select(text =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * scale is var scaled && scaled == decimal.Truncate(scaled) && scaled <= long.MaxValue / 1024
                ? (long)scaled
                : -1).ToArray();
        var (first, wrong) = (0, 0);
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = numbers[column.Codes[row]];
            if (weights[row] < 0)
            {
                wrong++;
                first = first == 0 ? row + 2 : first;
            }
        }

        return wrong == 0 ? null : new Failure(
            ExitCode.InvalidInput, "MeasureWrong", column.Name, wrong.ToString(CultureInfo.InvariantCulture), first.ToString(CultureInfo.InvariantCulture));
    }
}
