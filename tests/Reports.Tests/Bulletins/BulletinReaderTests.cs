using System.Text;
using System.Text.Json.Nodes;
using Reports.Bulletins;

namespace Reports.Tests.Bulletins;

public sealed class BulletinReaderTests
{
    private const string Good = """
        {
          "schemaVersion": 1, "id": "b", "grain": "quarter", "title": { "tr": "Bülten", "en": "Bulletin" },
          "imprint": { "publisher": { "tr": "Birim", "en": "Unit" }, "statistician": { "tr": "Biri", "en": "Someone" }, "contact": "a@example.org" },
          "tables": [
            { "id": "sectors", "number": "T1", "title": { "tr": "Sektör", "en": "Sector" }, "unit": { "tr": "kişi", "en": "persons" },
              "population": "victims", "where": { "status": ["ACT"] },
              "axes": [ { "variable": "sector", "layout": "pool", "weights": { "OTH": 0.5 } } ], "chart": { "order": "size" },
              "finding": { "kind": "row", "rows": ["AGR"], "text": { "tr": "{label}: {count}", "en": "{label}: {count}" } } },
            { "id": "crossed", "number": "T2", "title": { "tr": "Sektör", "en": "Sector" }, "unit": { "tr": "kişi", "en": "persons" },
              "population": "victims", "axes": [ { "variable": "sector", "rowsOf": "sectors" }, { "variable": "group", "level": 1 } ] } ]
        }
        """;

    [Fact]
    public void GoodFile_IsRead()
    {
        var reading = Read(_ => { });

        Assert.Empty(reading.Problems);
        Assert.Equal(AxisLayout.RowsOf, reading.Definition!.Tables[1].Axes[0].Layout);
    }

    [Fact]
    public void NoJson_IsAProblem() =>
        Assert.Equal(BulletinProblemCode.NotJson, Assert.Single(BulletinReader.Read(Encoding.UTF8.GetBytes("{ \"a\"")).Problems).Code);

    [Fact]
    public void NewerSchema_IsRefusedWithoutReadingOn()
    {
        var problem = Assert.Single(Read(r => { r["schemaVersion"] = 2; r["unheardOf"] = 1; }).Problems);

        Assert.Equal(BulletinProblemCode.NewerSchema, problem.Code);
    }

    [Fact]
    public void MisspeltSetting_IsNamedWithItsPlace()
    {
        var problem = Assert.Single(Read(r => r["tables"]![0]!["axes"]![0]!["layuot"] = "pool").Problems);

        Assert.Equal(BulletinProblemCode.UnknownSetting, problem.Code);
        Assert.Equal("$.tables[0].axes[0].layuot", problem.Position);
        Assert.Contains("layout", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void AllMistakes_AreFoundAtOnce()
    {
        var codes = Read(r =>
        {
            r["grain"] = "month";
            r["tables"]![0]!["title"]!["en"] = "=cmd";
            r["tables"]![0]!["finding"]!["text"]!["tr"] = "{label}: {nonsense}";
            r["tables"]![1]!["id"] = "sectors";
            r["tables"]![1]!["axes"]![0]!["rowsOf"] = "nowhere";
            r["tables"]![1]!.AsObject().Remove("population");
        }).Problems.Select(p => p.Code).ToArray();

        Assert.Equal(6, codes.Length);
        Assert.Contains(BulletinProblemCode.UnexpectedValue, codes);
        Assert.Contains(BulletinProblemCode.LooksLikeFormula, codes);
        Assert.Contains(BulletinProblemCode.WrongPlaceholder, codes);
        Assert.Contains(BulletinProblemCode.RepeatedTable, codes);
        Assert.Contains(BulletinProblemCode.UnknownTable, codes);
        Assert.Contains(BulletinProblemCode.MissingSetting, codes);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("period")]
    [InlineData("value")]
    public void ColumnNameOfTheTidyFile_CannotBeAVariable(string name) =>
        Assert.Single(Read(r => r["tables"]![1]!["axes"]![1]!["variable"] = name).Problems);

    [Fact]
    public void RowsOfAnotherTable_AreAtItsLevel()
    {
        Assert.Equal(2, Read(r => r["tables"]![0]!["axes"]![0]!["level"] = 2).Definition!.Tables[1].Axes[0].Level);

        var problem = Assert.Single(Read(r => r["tables"]![1]!["axes"]![0]!["level"] = 2).Problems);
        Assert.Equal(("$.tables[1].axes[0].level", "0"), (problem.Position, problem.Expected));
    }

    [Theory]
    [InlineData(0, false, 2)]
    [InlineData(0, true, 1)]
    [InlineData(1, false, 1)]
    [InlineData(1, true, 0)]
    public void LargestCell_NeedsTwoAxesAndWordsForWhatItCannotProve(int table, bool hasWords, int problems)
    {
        var found = Read(r =>
        {
            var text = """{ "tr": "{label}: {count}", "en": "{label}: {count}" }""";
            r["tables"]![table]!["finding"] = JsonNode.Parse($$"""{ "kind": "largestCell", "text": {{text}} }""");
            if (hasWords)
            {
                r["tables"]![table]!["finding"]!["among"] = JsonNode.Parse(text);
            }
        }).Problems;

        Assert.Equal(problems, found.Count);
        Assert.All(found, p => Assert.StartsWith($"$.tables[{table}].finding", p.Position, StringComparison.Ordinal));
    }

    [Fact]
    public void Targets_StandBesideIndicatorsOnly() =>
        Assert.Equal("$.tables[0].targets", Assert.Single(Read(r => r["tables"]![0]!["targets"] = true).Problems).Position);

    [Fact]
    public void RepeatedSetting_IsAProblem()
    {
        var twice = Good.Replace("\"id\": \"b\",", "\"id\": \"b\", \"id\": \"c\",", StringComparison.Ordinal);

        Assert.Equal(BulletinProblemCode.RepeatedSetting, Assert.Single(BulletinReader.Read(Encoding.UTF8.GetBytes(twice)).Problems).Code);
    }

    [Fact]
    public void AnySettingOfAnotherKind_IsAProblemNeverACrash()
    {
        var paths = new List<string>();
        Walk(JsonNode.Parse(Good)!, paths);
        foreach (var path in paths)
        {
            foreach (var odd in new[] { "null", "[]", "{}", "-7", "\"\"", "true", "1e99" })
            {
                var root = JsonNode.Parse(Good)!;
                Replace(root, path, odd);
                var reading = BulletinReader.Read(Encoding.UTF8.GetBytes(root.ToJsonString()));
                Assert.True(reading.Definition is null == reading.Problems.Count > 0);
            }
        }
    }

    private static BulletinReading Read(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(Good)!;
        change(root);
        return BulletinReader.Read(Encoding.UTF8.GetBytes(root.ToJsonString()));
    }

    private static void Walk(JsonNode node, List<string> paths)
    {
        if (node is JsonObject o)
        {
            foreach (var (_, value) in o.ToArray())
            {
                paths.Add(value!.GetPath());
                Walk(value, paths);
            }
        }
        else if (node is JsonArray a)
        {
            foreach (var item in a)
            {
                paths.Add(item!.GetPath());
                Walk(item, paths);
            }
        }
    }

    private static void Replace(JsonNode node, string path, string odd)
    {
        if (node is JsonObject o)
        {
            foreach (var (name, value) in o.ToArray())
            {
                if (value!.GetPath() == path)
                {
                    o[name] = JsonNode.Parse(odd);
                    return;
                }

                Replace(value, path, odd);
            }
        }
        else if (node is JsonArray a)
        {
            for (var i = 0; i < a.Count; i++)
            {
                if (a[i]!.GetPath() == path)
                {
                    a[i] = JsonNode.Parse(odd);
                    return;
                }

                Replace(a[i]!, path, odd);
            }
        }
    }
}
