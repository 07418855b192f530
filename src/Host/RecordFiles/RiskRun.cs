using System.Globalization;
using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Risks;
using Anonymize.RecordFiles.Sets;
using Host.Outcomes;
using Host.Progressing;
using Host.Tabular;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>One run of <c>risk</c>: read the columns that matter, assess.</summary>
internal static class RiskRun
{
    public static Outcome<RiskAssessment> Assess(RiskRequest request, IProgress<ProgressStep> progress, CancellationToken cancellationToken)
    {
        string[] named = [.. request.Keys, .. request.Sensitive, .. request.Weight is { } w ? [w] : Array.Empty<string>()];
        if (named.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new Failure(ExitCode.WrongUsage, "ColumnDeclaredTwice", twice.Key);
        }

        if (request.Keys.Count > RiskAssessor.MostAttributes)
        {
            return new Failure(ExitCode.WrongUsage, "KeysTooMany", RiskAssessor.MostAttributes.ToString(CultureInfo.InvariantCulture));
        }

        if (request.Multiple.Keys.FirstOrDefault(m => !request.Keys.Contains(m, StringComparer.Ordinal) && !request.Sensitive.Contains(m, StringComparer.Ordinal)) is { } unused)
        {
            return new Failure(ExitCode.WrongUsage, "MultipleUnused", unused);
        }

        progress.Report(new ProgressStep("ProgressReading"));
        var options = new TabularOptions { Delimiter = request.Delimiter, Only = named.ToHashSet(StringComparer.Ordinal) };
        if (!TableSource.Read(request.Input, "--input", options, cancellationToken).Succeeded(out var input, out var failure))
        {
            return failure;
        }

        if (named.FirstOrDefault(n => input.Find(n) is null) is { } unknown)
        {
            return new Failure(ExitCode.WrongUsage, "ColumnUnknown", unknown);
        }

        if (input.Rows == 0)
        {
            return new Failure(ExitCode.InvalidInput, "RecordsNoRecords");
        }

        decimal[]? weights = null;
        if (request.Weight is { } weight && (weights = Weights(input.Find(weight)!)) is null)
        {
            return new Failure(ExitCode.InvalidInput, "WeightWrong", weight);
        }

        progress.Report(new ProgressStep("ProgressSearching"));
        return new RiskAssessor
        {
            Keys = [.. request.Keys.Select(k => request.Multiple.TryGetValue(k, out var delimiter) ? SetColumn.Of(RecordColumns.Of(input, k), delimiter).Column : RecordColumns.Of(input, k))],
            Weights = weights is null ? null : (RecordColumns.Of(input, request.Weight!), weights),
            Sensitive = [.. request.Sensitive.Select(s => request.Multiple.TryGetValue(s, out var delimiter)
                ? new SensitiveColumn(SetColumn.Of(RecordColumns.Of(input, s), delimiter)) : new SensitiveColumn(RecordColumns.Of(input, s)))],
            SudaMost = request.SudaMost,
        }.Assess(cancellationToken);
    }

    /// <summary>By code; null where a value is no number of persons.</summary>
    private static decimal[]? Weights(TabularColumn column)
    {
        var weights = new decimal[column.Distinct];
        for (var code = 0; code < weights.Length; code++)
        {
            if (!decimal.TryParse(column.Values[code], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weights[code]))
            {
                return null;
            }
        }

        return weights;
    }
}
