using System.Globalization;
using System.Text.Json;
using ClosedXML.Excel;
using EndToEnd.Support;
using Ingest.Intake;
using Ingest.Schema;
using Ingest.Templates;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A template that is filled in is a file that the intake takes: every word that a template offers is understood.</summary>
[Trait("culture", "last")]
public sealed class TemplateTests : IAsyncLifetime
{
    private SitePortal _portal = null!;

    public static TheoryData<string, string, string> EveryTemplate
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var shape in new[] { "turkish-agency", "htcds-xlsx" })
            {
                foreach (var language in new[] { "tr", "en" })
                {
                    data.Add(shape, language, "xlsx");
                    data.Add(shape, language, "csv");
                }
            }

            return data;
        }
    }

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(EveryTemplate))]
    public async Task Template_FilledWithItsOwnWordsIsUnderstood(string shape, string language, string format)
    {
        var template = _portal.Desk.Templates.Find(shape)!;
        var rows = Math.Max(3, template.Columns.Max(c => c.Words.Count));
        var cells = Enumerable.Range(0, rows).Select(r => template.Columns.Select(c => Cell(c, r, language)).ToArray()).ToArray();
        var file = format == "csv" ? Csv(template, language, cells) : Workbook(template, language, cells);
        var partner = Site.Partners.First(p => p.Profile == shape);
        var report = (await _portal.Desk.Intake.ValidateAsync(new MemoryStream(file), new PartnerId(partner.Id), TestContext.Current.CancellationToken)).Value;

        Assert.True(report.Profile == shape && report.Records == rows, string.Join("; ", report.Findings.Select(f => $"{f.Rule} {f.ColumnLetter} {string.Join(',', f.Rows.Take(3))}")));
        Assert.DoesNotContain(report.Findings, f => f.Rule.ToString().StartsWith("Code", StringComparison.Ordinal) || f.Rule.ToString().StartsWith("Flag", StringComparison.Ordinal) || f.Rule.ToString().StartsWith("Date", StringComparison.Ordinal));
    }

    /// <summary>Every figure that the plan asks for, each with the words of the template of the partner that reports it.</summary>
    [Fact]
    public async Task TemplateOfFigures_FilledWithItsOwnWordsIsAccepted()
    {
        foreach (var language in new[] { "tr", "en" })
        {
            var reported = new HashSet<string>(StringComparer.Ordinal);
            foreach (var partner in Site.Partners.Select(p => new PartnerId(p.Id)))
            {
                var template = _portal.Desk.Templates.Figures(partner)!;
                var rows = template.Columns[0].Words.SelectMany(indicator => FigureRows(template, indicator, language)).ToArray();
                foreach (var bytes in new[] { Csv(template, language, rows), Workbook(template, language, rows) })
                {
                    using var file = new MemoryStream(bytes);
                    var report = (await _portal.Desk.Intake.ValidateAsync(file, partner, TestContext.Current.CancellationToken)).Value;
                    Assert.True(report.IsAcceptable && report.Accepted == rows.Length, $"{partner} {string.Join("; ", report.Findings.Select(f => $"{f.Rule} {f.ColumnLetter}"))}");
                }

                reported.UnionWith(rows.Select(row => row[0]));
            }

            Assert.Equal(_portal.Desk.Lists.Indicators.All.Count, reported.Count);
        }

        Assert.Null(_portal.Desk.Templates.Figures(new PartnerId("NIX")));
    }

    [Fact]
    public async Task SchemaOfFigures_TakesWhatTheIntakeTakesAndNothingElse()
    {
        var template = _portal.Desk.Templates.Figures(partner: null)!;
        using var schema = JsonDocument.Parse(TemplateSchema.Write(template, "en"));
        var dependences = schema.RootElement.GetProperty("items").GetProperty("allOf").EnumerateArray().ToDictionary(
            d => d.GetProperty("then").GetProperty("required")[0].GetString()!,
            d => d.GetProperty("if").GetProperty("properties").GetProperty("Indicator").GetProperty("enum").EnumerateArray().Select(w => w.GetString()!).ToArray());
        foreach (var column in template.Columns.Where(c => !c.IsRequired))
        {
            foreach (var indicator in template.Columns[0].Words)
            {
                // A row with this breakdown and no other: the intake wants it exactly where the schema does.
                string[] row = [.. template.Columns.Select(c => c == column ? c.Words[0].En : c.IsRequired ? FigureCell(c, indicator, "en") : "")];
                using var file = new MemoryStream(Csv(template, "en", [row]));
                var reporter = _portal.Desk.Lists.Indicators.All[template.Columns[0].Words.ToList().IndexOf(indicator)].Reporters[0];
                var report = (await _portal.Desk.Intake.ValidateAsync(file, reporter, TestContext.Current.CancellationToken)).Value;
                Assert.Equal(dependences[column.Heading.En].Contains(indicator.En), !report.Findings.Any(f => f.Rule == Ingest.Rules.RuleCode.BreakdownNotAsked));
            }
        }
    }

    private static IEnumerable<string[]> FigureRows(Template template, Label indicator, string language)
    {
        var by = template.Columns.Where(c => c.OnlyFor.Contains(indicator)).ToArray();
        for (var i = 0; i < Math.Max(1, by.Select(c => c.Words.Count).DefaultIfEmpty(0).Max()); i++)
        {
            yield return [.. template.Columns.Select(c => by.Contains(c) ? c.Words[i % c.Words.Count].In(language) : c.IsRequired ? FigureCell(c, indicator, language) : "")];
        }
    }

    private static string FigureCell(TemplateColumn column, Label indicator, string language) => column.Kind switch
    {
        TemplateKind.Quarter => "2025-Q1",
        TemplateKind.Number => "12",
        _ => indicator.In(language),
    };

    [Fact]
    public void EveryShape_HasATemplateAndItsWorkbookOffersTheListsInItsCells()
    {
        Assert.Equal(5, _portal.Desk.Templates.All.Count);
        foreach (var template in _portal.Desk.Templates.All.Append(_portal.Desk.Templates.Figures(partner: null)!))
        {
            using var book = new XLWorkbook(new MemoryStream(TemplateWorkbook.Write(template, "tr")));
            var sheet = book.Worksheet("Kayıtlar");
            Assert.Equal(template.Columns.Select(c => c.Heading.Tr), sheet.Row(1).CellsUsed().Select(c => c.GetString()));
            Assert.Equal(template.Columns.Count(c => c is { Kind: TemplateKind.Choice, Words.Count: > 0 }), sheet.DataValidations.Count());
            using var schema = JsonDocument.Parse(TemplateSchema.Write(template, "tr"));
            Assert.Equal(template.Columns.Select(c => c.Heading.Tr), schema.RootElement.GetProperty("items").GetProperty("properties").EnumerateObject().Select(p => p.Name));
        }
    }

    private static string Cell(TemplateColumn column, int row, string language) => column.Kind switch
    {
        TemplateKind.Text => string.Create(CultureInfo.InvariantCulture, $"K {row + 1}"),
        TemplateKind.Number => "30",
        TemplateKind.Date => new DateOnly(2025, 3, 5).ToString(column.DateFormat, CultureInfo.InvariantCulture),
        _ when column.Words.Count == 0 => "",
        TemplateKind.Choice when column.Words.Count == 2 => column.Words[0].In(language),
        _ => column.Words[row % column.Words.Count].In(language),
    };

    private static byte[] Csv(Template template, string language, string[][] rows)
    {
        var mark = language == "tr" ? ";" : ",";
        var text = System.Text.Encoding.UTF8.GetString(TemplateCsv.Write(template, language));
        return System.Text.Encoding.UTF8.GetBytes(text + string.Concat(rows.Select(r => string.Join(mark, r.Select(c => $"\"{c}\"")) + "\r\n")));
    }

    private static byte[] Workbook(Template template, string language, string[][] rows)
    {
        using var book = new XLWorkbook(new MemoryStream(TemplateWorkbook.Write(template, language)));
        var sheet = book.Worksheet(1);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                sheet.Cell(r + 2, c + 1).SetValue(rows[r][c]);
            }
        }

        using var memory = new MemoryStream();
        book.SaveAs(memory);
        return memory.ToArray();
    }
}
