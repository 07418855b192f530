using System.Text.Json;

namespace Anonymize.Contingency.Specs;

/// <summary>Reads who knows more than what is published: <c>"persons"</c>, <c>"partners"</c>, <c>{ "coalition": t }</c>.</summary>
internal static class InsiderReading
{
    private const int LargestCoalition = 16;

    /// <summary>Whether persons are insiders, and how many partners share what they know; the largest number where several are given.</summary>
    public static (bool Persons, int Coalition) Of(SpecObject rules)
    {
        if (rules.Find("insiders") is not { } list)
        {
            return (false, 0);
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            rules.Report(SpecFaultKind.Invalid, rules.PathOf("insiders"));
            return (false, 0);
        }

        var (persons, coalition) = (false, 0);
        foreach (var (i, entry) in list.EnumerateArray().Index())
        {
            var path = $"{rules.PathOf("insiders")}[{i}]";
            switch (entry.ValueKind)
            {
                case JsonValueKind.String when entry.ValueEquals("persons"):
                    persons = true;
                    break;
                case JsonValueKind.String when entry.ValueEquals("partners"):
                    coalition = Math.Max(coalition, 1);
                    break;
                case JsonValueKind.Object:
                    coalition = Math.Max(coalition, Size(rules.Inside(entry, path)));
                    break;
                default:
                    rules.Report(SpecFaultKind.Invalid, path);
                    break;
            }
        }

        return (persons, coalition);
    }

    private static int Size(SpecObject entry)
    {
        if (entry.Find("coalition") is null)
        {
            entry.Report(SpecFaultKind.Missing, entry.PathOf("coalition"));
        }

        var size = (int)entry.Whole("coalition", 1, 1, LargestCoalition);
        entry.Close();
        return size;
    }
}
