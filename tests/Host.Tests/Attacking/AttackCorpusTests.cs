using System.Text.Json;
using Host.Tests.Attacking.Corpus;
using Host.Tests.Cli;
using Host.Tests.Support;

namespace Host.Tests.Attacking;

/// <summary>The attack against the corpus, from files to exit code: every leak found, no false alarm, and the bounds of every other hidden cell.</summary>
public sealed class AttackCorpusTests
{
    [Theory]
    [MemberData(nameof(AttackedCorpus.Names), MemberType = typeof(AttackedCorpus))]
    public async Task Publication_IsSeenThrough(string name, bool leaks)
    {
        var made = AttackedCorpus.Build(name, leaks);
        using var folder = new SomeFolder();
        foreach (var (file, bytes) in made.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.WriteAllBytes(folder[file], bytes);
        }

        var paths = made.Files.Keys.Select(f => folder[f.Split('/')[0]]).Distinct(StringComparer.Ordinal);
        var report = folder["report.json"];
        var line = new SomeCommandLine();
        var code = await line.RunAsync(["attack", .. paths, .. made.Options, "--out", report]);
        Assert.True(code is 0 or 4, $"exit {code}: {line.Error}");

        using var document = JsonDocument.Parse(File.ReadAllBytes(report));
        var cells = document.RootElement.GetProperty("cells").EnumerateArray().Select(Reported.Of).ToList();
        var missed = new List<string>();
        foreach (var expected in made.Expected)
        {
            var found = cells.Where(c => c.File.EndsWith(expected.File, StringComparison.Ordinal))
                .OrderByDescending(c => expected.Labels.Count(l => c.Labels.Contains(l, StringComparer.Ordinal))).FirstOrDefault();
            if (found is null)
            {
                missed.Add($"not reported: {expected}");
                continue;
            }

            cells.Remove(found);
            if ((found.Low, found.High, found.Status) != (expected.Low, expected.High, expected.Status) || !found.Integer)
            {
                missed.Add($"{expected}, but told {found}");
            }

            Assert.Equal(found.Status == "open", found.How.Length == 0);
        }

        // Tables that the maker prints without listing them are copies; what they hide is listed once.
        var alarms = cells.Where(c => c.Status != "open" && !leaks).Select(c => $"false alarm: {c}");
        Assert.True(missed.Count == 0 && !alarms.Any(), string.Join('\n', missed.Concat(alarms).Append(line.Output)));
        Assert.Equal(leaks ? 4 : 0, code);
    }

    private sealed record Reported(string File, string Table, IReadOnlyList<string> Labels, long Low, long? High, bool Integer, string Status, string How)
    {
        public static Reported Of(JsonElement cell) => new(
            cell.GetProperty("file").GetString()!, cell.GetProperty("table").GetString()!, [.. cell.GetProperty("at").EnumerateObject().Select(a => a.Value.GetString()!)],
            cell.GetProperty("low").GetInt64(), cell.GetProperty("high") is { ValueKind: JsonValueKind.Number } high ? high.GetInt64() : null,
            cell.GetProperty("integer").GetBoolean(), cell.GetProperty("status").GetString()!, cell.GetProperty("how").GetString()!);

        public override string ToString() => $"{Table} {string.Join(" / ", Labels)}: {Low}..{High} {Status} {(Integer ? "" : "unproved")} {How}";
    }
}
