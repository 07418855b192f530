using System.Text.Json;
using Anonymize.RecordFiles.Risks;

namespace Host.RecordFiles;

/// <summary><c>risk.json</c>: one object a record, in the order of the file, and what holds for the whole.</summary>
internal static class RiskDocument
{
    private const int SchemaVersion = 1;
    private const int FlushBytes = 1 << 16;

    private static readonly JsonWriterOptions Style = new() { Indented = true, IndentSize = 1, NewLine = "\n" };

    public static void Write(Stream target, RiskAssessment risk, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        using var json = new Utf8JsonWriter(target, Style);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        WriteWhole(json, risk, keys);
        json.WriteStartArray("rows");
        for (var row = 0; row < risk.Rows; row++)
        {
            var group = risk.ClassOf(row);
            json.WriteStartObject();
            json.WriteNumber("frequency", risk.Frequencies[group]);
            json.WriteNumber("populationFrequency", risk.PopulationFrequencies[group]);
            json.WriteNumber("sudaScore", risk.SudaScores[group]);
            json.WriteNumber("sudaDis", risk.SudaDis[group]);
            json.WriteEndObject();
            if (json.BytesPending > FlushBytes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        target.WriteByte((byte)'\n');
    }

    private static void WriteWhole(Utf8JsonWriter json, RiskAssessment risk, IReadOnlyList<string> keys)
    {
        json.WriteNumber("rowCount", risk.Rows);
        json.WriteNumber("classes", risk.Classes);
        json.WriteNumber("smallestClass", risk.Frequencies.Min());
        json.WriteNumber("uniqueRows", risk.Frequencies.Count(f => f == 1));
        json.WriteNumber("samplingFraction", risk.SamplingFraction);
        AnonymizeReport.WriteRisks(json, "risks", risk.Risks);
        json.WriteStartObject("sudaContributions");
        for (var j = 0; j < keys.Count; j++)
        {
            json.WriteNumber(keys[j], risk.Contributions[j]);
        }

        json.WriteEndObject();
        json.WriteStartObject("sensitive");
        foreach (var attribute in risk.Sensitive)
        {
            json.WriteStartObject(attribute.Attribute);
            json.WriteNumber("l", attribute.L);
            json.WriteNumber("homogeneousClasses", attribute.HomogeneousClasses);
            json.WriteNumber("homogeneousRows", attribute.HomogeneousRows);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
