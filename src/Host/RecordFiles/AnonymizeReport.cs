using System.Text.Encodings.Web;
using System.Text.Json;
using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Risks;

namespace Host.RecordFiles;

/// <summary>The report of a run as JSON. Counts and shares only.</summary>
internal static class AnonymizeReport
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Style = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="run">The outcome.</param>
    /// <param name="totalSeconds">The whole process.</param>
    /// <param name="processorSeconds">Its processor time, all threads together.</param>
    /// <param name="peakMb">Most memory the process held, in megabytes.</param>
    public static byte[] Write(AnonymizeOutcome run, double totalSeconds, double processorSeconds, double peakMb)
    {
        var file = run.File;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Style))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            WriteLevels(json, file);
            json.WriteNumber("metricValue", file.MetricValue);
            json.WriteNumber("rows", file.Rows);
            json.WriteNumber("suppressedRows", file.SuppressedRows);
            json.WriteNumber("suppressedCells", file.SuppressedCells);
            json.WriteNumber("distinctTuples", file.DistinctTuples);
            json.WriteNumber("classes", file.Classes);
            json.WriteNumber("smallestClass", file.SmallestClass);
            json.WriteNumber("nodesChecked", file.NodesChecked);
            WriteRisks(json, "risks", file.After);
            WriteRisks(json, "risksBefore", file.Before);
            WriteFrontier(json, run.Frontier ?? []);
            json.WriteNumber("searchSeconds", run.SearchSeconds);
            json.WriteNumber("totalSeconds", Math.Round(totalSeconds, 3));
            json.WriteNumber("processorSeconds", Math.Round(processorSeconds, 3));
            json.WriteNumber("peakMb", Math.Round(peakMb, 1));
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    public static void WriteRisks(Utf8JsonWriter json, string name, RiskSummary risks)
    {
        json.WriteStartObject(name);
        WriteFigures(json, "prosecutor", risks.Prosecutor);
        WriteFigures(json, "journalist", risks.Journalist);
        json.WriteNumber("marketer", risks.Marketer);
        json.WriteNumber("unique", risks.Unique);
        json.WriteEndObject();
    }

    private static void WriteFrontier(Utf8JsonWriter json, IReadOnlyList<FrontierPoint> frontier)
    {
        json.WriteStartArray("frontier");
        foreach (var point in frontier)
        {
            json.WriteStartObject();
            json.WriteNumber("k", point.K);
            json.WriteNumber("metricValue", point.MetricValue);
            json.WriteNumber("suppressedRows", point.SuppressedRows);
            json.WriteNumber("smallestClass", point.SmallestClass);
            WriteRisks(json, "risks", point.Risks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLevels(Utf8JsonWriter json, RecodedFile file)
    {
        if (file.Levels is not { } levels)
        {
            json.WriteNull("levels");
            return;
        }

        json.WriteStartObject("levels");
        for (var j = 0; j < levels.Count; j++)
        {
            json.WriteNumber(file.Columns[j].Name, levels[j]);
        }

        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, string name, RiskFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("highest", figures.Highest);
        json.WriteNumber("average", figures.Average);
        json.WriteNumber("atRisk", figures.AtRisk);
        json.WriteEndObject();
    }
}
